using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Monitoring.Sampling;

namespace Vexera.Tests.Monitoring.Alerts;

/// <summary>What happens on ordinary days wakes nobody.</summary>
public sealed class OrdinaryDayTests
{
    private static readonly DateTimeOffset Noon = Curves.Day.AddHours(12);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Day_CurveNoiseAndSpikes_FiresNothing(int seed)
    {
        var noise = new Random(seed);

        var fired = Curves.Fired(Curves.Between(Curves.Day, Curves.Day.AddDays(2), calm =>
        {
            // Most at 18 o'clock, least at 6, a fourth of that.
            var load = 0.625 + (0.375 * Math.Cos((calm.At.TimeOfDay.TotalHours - 18) / 24 * 2 * Math.PI));
            var isSpike = calm.At.Minute == 30 && calm.At.Second < 40;
            return calm with
            {
                EventsPerSecond = calm.EventsPerSecond * load * (isSpike ? 3 : 1) * Noise(noise, 0.2),
                ShardsQuiet = noise.Next(4),
                CpuCores = isSpike ? 8 : Math.Min(8, calm.CpuCores * 1.8 * load * Noise(noise, 0.3)),
                MemoryBytes = (long)((4 * Curves.Gigabyte * (1 + load)) + Sawtooth(calm.At)),
                DispatchDelayP99 = isSpike ? 4 : noise.NextDouble(),
                QueueFill = isSpike && calm.At.Second < 20 ? 0.7 : 0.01,
                DnsQueries = noise.Next(3),
                DnsFailures = noise.Next(40) == 0 ? 1 : 0,
                RestRateLimited = noise.Next(10) == 0 ? 1 : 0,
                RestInvalid = noise.Next(60),
                StorageLag = isSpike ? 12 : 1,
                SchedulerLag = isSpike ? 2 : 0.01,
            };
        }));

        fired.ShouldBeEmpty();
    }

    [Fact]
    public void SmallBot_LullsInTalk_FireNothing()
    {
        var noise = new Random(1);

        var fired = Curves.Fired(Curves.Between(Curves.Day, Curves.Day.AddDays(1), calm => calm with
        {
            EventsPerSecond = (int)(calm.At.Minute / 7) % 3 == 0 ? noise.NextDouble() * 9 : noise.Next(4) * 0.1,
            Shards = 1,
            ShardsReady = 1,
            ShardsQuiet = noise.Next(2),
            IdentifiesLeft = 990,
            MemoryBytes = 150_000_000 + noise.Next(40_000_000),
            MemoryLimitBytes = Curves.Gigabyte,
        }));

        fired.ShouldBeEmpty();
    }

    [Fact]
    public void Deploy_ProcessStartsAndShardsComeUp_FiresNothing()
    {
        var before = new AlertEngine();
        Curves.Fired(Curves.Between(Noon.AddHours(-2), Noon, calm => calm), before).ShouldBeEmpty();

        // A start that identifies one shard each 5 seconds: 24 minutes.
        var fired = Curves.Fired(Curves.Between(Noon, Noon.AddHours(2), calm =>
        {
            var ready = (int)Math.Min(288, (calm.At - Noon).TotalSeconds / 5);
            var isUp = ready == 288;
            return calm with
            {
                ShardsReady = ready,
                ShardNotReadyFor = isUp ? 0 : (calm.At - Noon).TotalSeconds,
                EventsPerSecond = calm.EventsPerSecond * ready / 288,
                CpuCores = isUp ? calm.CpuCores : 7.9,
                MemoryBytes = (long)Curves.Ramp(calm.At, Noon, TimeSpan.FromMinutes(30), Curves.Gigabyte / 2, 6 * Curves.Gigabyte),
                DispatchDelayP99 = isUp ? calm.DispatchDelayP99 : 3,
                SchedulerLag = isUp ? 0 : 1.5,
            };
        }));

        fired.ShouldBeEmpty();
    }

    [Fact]
    public void OneShard_SilentThenReconnecting_FiresNothing()
    {
        var fired = Curves.Fired(Curves.Between(Noon.AddHours(-1), Noon.AddHours(1), calm => (calm.At - Noon).TotalMinutes switch
        {
            >= 0 and < 5 => calm with { ShardsQuiet = 1, EventsPerSecond = calm.EventsPerSecond * 287 / 288 },
            >= 10 and < 18 => calm with { ShardsReady = 287, ShardsQuiet = 1, ShardNotReadyFor = (calm.At - Noon.AddMinutes(10)).TotalSeconds },
            _ => calm,
        }));

        fired.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void FewShards_TheBusiestAloneFallsSilent_FiresNothing(int shards)
    {
        var fired = Curves.Fired(Curves.Between(Noon.AddHours(-1), Noon.AddHours(1), calm => calm with
        {
            Shards = shards,
            ShardsReady = shards,
            ShardsQuiet = calm.At < Noon ? 0 : 1,
            EventsPerSecond = calm.At < Noon ? 100 : 10,
        }));

        fired.ShouldBeEmpty();
    }

    [Fact]
    public void Reshard_FewEventsMeanwhile_FiresNothing()
    {
        var fired = Curves.Fired(Curves.Between(Noon.AddHours(-1), Noon.AddHours(1), calm =>
            calm.At >= Noon && calm.At < Noon.AddMinutes(6)
                ? calm with { IsChanging = calm.At < Noon.AddMinutes(5), EventsPerSecond = 100, ShardsQuiet = 200, ShardsReady = 100, ShardNotReadyFor = 400 }
                : calm));

        fired.ShouldBeEmpty();
    }

    [Fact]
    public void Stop_EventsEnd_FiresNothing()
    {
        var fired = Curves.Fired(Curves.Between(Noon.AddHours(-1), Noon.AddMinutes(5), calm =>
            calm.At >= Noon ? calm with { IsChanging = true, EventsPerSecond = 0, ShardsQuiet = 288, ShardsReady = 0 } : calm));

        fired.ShouldBeEmpty();
    }

    [Fact]
    public void Machine_SleptForHours_FiresNothing()
    {
        IEnumerable<Sample> samples =
        [
            .. Curves.Between(Noon.AddHours(-1), Noon, calm => calm),
            .. Curves.Between(Noon.AddHours(6), Noon.AddHours(7), calm => calm with { EventsPerSecond = 500, ShardsQuiet = 250 }),
        ];

        Curves.Fired(samples).ShouldBeEmpty();
    }

    private static double Sawtooth(DateTimeOffset at) => at.TimeOfDay.TotalSeconds % 70 / 70 * 400_000_000;

    private static double Noise(Random noise, double share) => 1 + (share * ((noise.NextDouble() * 2) - 1));
}
