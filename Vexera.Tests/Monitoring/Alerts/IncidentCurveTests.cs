using Vexera.Core.Monitoring.Sampling;

namespace Vexera.Tests.Monitoring.Alerts;

/// <summary>The shape of 2019-10-12: events fall from 13:10, the processor is pinned from 13:57, memory rises from 14:01.</summary>
public sealed class IncidentCurveTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly DateTimeOffset EventsFall = Curves.Day.AddHours(13).AddMinutes(10);
    private static readonly DateTimeOffset ProcessorPinned = Curves.Day.AddHours(13).AddMinutes(57);
    private static readonly DateTimeOffset MemoryRises = Curves.Day.AddHours(14).AddMinutes(1);

    [Fact]
    public void Incident_AsItWent_IsToldWithinTwoMinutesOfEachTurn()
    {
        var fired = Curves.Fired(Day());

        fired.ShouldAllBe(alert => alert.At >= EventsFall);
        Told(fired, "EventRate").ShouldBeInRange(EventsFall, EventsFall + Patience);
        Told(fired, "Cpu").ShouldBeInRange(ProcessorPinned, ProcessorPinned + Patience);
        Told(fired, "MemoryGrowth").ShouldBeInRange(MemoryRises, MemoryRises + Patience);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Incident_AnyNoise_IsToldInTimeToo(int seed)
    {
        var fired = Curves.Fired(Day(seed));

        fired.ShouldAllBe(alert => alert.At >= EventsFall);
        fired.Count(alert => alert.At <= EventsFall + Patience && alert.Rule == "EventRate").ShouldBe(1);
        fired.Count(alert => alert.At <= ProcessorPinned + Patience && alert.Rule == "Cpu").ShouldBe(1);
        fired.Count(alert => alert.At <= MemoryRises + Patience && alert.Rule == "MemoryGrowth").ShouldBe(1);
    }

    private static DateTimeOffset Told(List<(string Rule, DateTimeOffset At)> fired, string rule) =>
        fired.Where(alert => alert.Rule == rule).Select(alert => alert.At).First();

    private static IEnumerable<Sample> Day(int seed = 0)
    {
        var noise = new Random(seed);
        return Curves.Between(Curves.Day.AddHours(10), Curves.Day.AddHours(15), calm => calm with
        {
            EventsPerSecond = calm.EventsPerSecond * Share(calm.At) * Noise(noise, 0.05),
            ShardsQuiet = calm.At < EventsFall.AddSeconds(20) ? noise.Next(3) : 180 + noise.Next(20),
            CpuCores = calm.At < ProcessorPinned ? calm.CpuCores * Noise(noise, 0.15) : 7.9 - (noise.NextDouble() * 0.2),
            MemoryBytes = (long)((calm.MemoryBytes * Noise(noise, 0.01)) + Leaked(calm.At)),
        });
    }

    // A first fall within half a minute, then worse and worse.
    private static double Share(DateTimeOffset at) =>
        Curves.Ramp(at, EventsFall, TimeSpan.FromSeconds(30), 1, 0.38) * Curves.Ramp(at, EventsFall, TimeSpan.FromMinutes(50), 1, 0.2);

    private static double Leaked(DateTimeOffset at) =>
        Curves.Ramp(at, MemoryRises, TimeSpan.FromMinutes(20), 0, 22 * (double)Curves.Gigabyte);

    private static double Noise(Random noise, double share) => 1 + (share * ((noise.NextDouble() * 2) - 1));
}
