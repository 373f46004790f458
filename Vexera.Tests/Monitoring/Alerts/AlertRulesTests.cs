using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Monitoring.Alerts.Rules;
using Vexera.Core.Monitoring.Sampling;

namespace Vexera.Tests.Monitoring.Alerts;

/// <summary>Each rule fires at what it is there for, is resolved when that is over, and knows its exceptions.</summary>
public sealed class AlertRulesTests
{
    private static readonly DateTimeOffset Noon = Curves.Day.AddHours(12);

    // What goes wrong at noon, by the rule that must see it.
    private static readonly Dictionary<string, Func<Sample, Sample>> Troubles = new()
    {
        ["EventRate"] = calm => calm with { EventsPerSecond = 700, ShardsQuiet = 220 },
        ["Cpu"] = calm => calm with { CpuCores = 7.5 },
        ["Memory"] = calm => calm with { MemoryBytes = 29 * Curves.Gigabyte },
        ["MemoryMegabytes"] = calm => calm with { MemoryBytes = 7 * Curves.Gigabyte },
        ["MemoryGrowth"] = calm => calm with { MemoryBytes = (long)(calm.MemoryBytes * (1 + ((calm.At - Noon).TotalMinutes / 10))) },
        ["DispatchDelay"] = calm => calm with { DispatchDelayP99 = 2.5 },
        ["QueueFill"] = calm => calm with { QueueFill = 0.6 },
        ["ShardsNotReady"] = calm => calm with { ShardsReady = 200 },
        ["ShardStuck"] = calm => calm with { ShardsReady = 287, ShardNotReadyFor = (calm.At - Noon).TotalSeconds + 300 },
        ["IdentifyBudget"] = calm => calm with { IdentifiesLeft = 300 },
        ["DnsFailing"] = calm => calm with { DnsFailures = 1 },
        ["DnsBusy"] = calm => calm with { DnsQueries = 20_000 },
        ["RateLimited"] = calm => calm with { RestRateLimited = 4 },
        ["InvalidRequests"] = calm => calm with { RestInvalid = 1_200 },
        ["StorageLag"] = calm => calm with { StorageLag = 45 },
        ["DiskFree"] = calm => calm with { DiskFreeBytes = 500_000_000 },
        ["SchedulerLag"] = calm => calm with { SchedulerLag = 1.5 },
    };

    public static TheoryData<string> Rules => [.. AlertRules.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_ItsTroubleForTenMinutes_FiresOnceAloneAndIsResolvedOnce(string rule)
    {
        var options = new AlertOptions();
        options.Rules["MemoryMegabytes"] = new AlertRuleOptions { Enabled = rule == "MemoryMegabytes", Threshold = 6_500, Clear = 6_200 };

        var alerts = Curves.Alerts(
            Curves.Between(Noon.AddHours(-1), Noon.AddHours(1), calm => calm.At >= Noon && calm.At < Noon.AddMinutes(10) ? Troubles[rule](calm) : calm),
            options: options);

        alerts.Select(alert => alert.Rule).Distinct().ShouldBe([rule]);
        alerts[0].ResolvedAt.ShouldBeNull();
        alerts[0].Since.ShouldBeInRange(Noon, Noon.AddMinutes(6));
        alerts.Count(alert => alert.ResolvedAt is not null).ShouldBe(1);
        alerts[^1].ResolvedAt!.Value.ShouldBeGreaterThan(alerts[0].Since);
        alerts[^1].Since.ShouldBe(alerts[0].Since);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_SwitchedOff_FiresNever(string rule)
    {
        var options = new AlertOptions();
        options.Rules[rule] = new AlertRuleOptions { Enabled = false };

        Curves.Alerts(
            Curves.Between(Noon.AddHours(-1), Noon.AddMinutes(10), calm => calm.At >= Noon ? Troubles[rule](calm) : calm), options: options)
            .ShouldNotContain(alert => alert.Rule == rule);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Texts_OfEachRule_HaveASentenceWithBothFiguresATitleAndAWordForUsers(string rule)
    {
        var one = AlertRules.All.Single(known => known.Name == rule);

        var text = AlertTexts.Of(one, 0.1234567, 0.7654321);

        text.ShouldContain(one.Unit.Write(0.1234567));
        text.ShouldContain(one.Unit.Write(0.7654321));
        text.ShouldEndWith(".");
        AlertTexts.TitleOf(rule).Length.ShouldBeGreaterThan(2);
        AlertTexts.ForUsers(rule).ShouldEndWith(".");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    public void EventRate_SmallFleetFallsSilentAltogether_Fires(int shards, int quiet)
    {
        var fired = Curves.Fired(Curves.Between(Noon.AddHours(-1), Noon.AddMinutes(3), calm => calm with
        {
            Shards = shards,
            ShardsReady = shards,
            ShardsQuiet = calm.At < Noon ? 0 : quiet,
            EventsPerSecond = calm.At < Noon ? 50 : 0,
        }));

        fired.Select(alert => alert.Rule).ShouldBe(["EventRate"]);
    }

    [Fact]
    public void EventRate_FallInTheFirstHalfHour_IsNotTold()
    {
        Curves.Fired(Curves.Between(Noon, Noon.AddMinutes(29), calm =>
            calm.At < Noon.AddMinutes(15) ? calm : calm with { EventsPerSecond = 100, ShardsQuiet = 288 })).ShouldBeEmpty();
    }

    [Fact]
    public void EventRate_NightFalls_IsNotTold()
    {
        Curves.Fired(Curves.Between(Noon, Noon.AddHours(6), calm => calm with
        {
            EventsPerSecond = 2_400 * Math.Pow(0.5, (calm.At - Noon).TotalHours),
            ShardsQuiet = 5,
        })).ShouldBeEmpty();
    }

    [Fact]
    public void MemoryGrowth_APauseNowAndThen_IsNotTold()
    {
        Curves.Fired(Curves.Between(Noon.AddHours(-1), Noon.AddMinutes(20), calm => calm.At < Noon ? calm : calm with
        {
            // Grows by a tenth in a minute, but once in a minute some of it is given back.
            MemoryBytes = (long)(calm.MemoryBytes * (1 + ((calm.At - Noon).TotalMinutes / 10)) * (calm.At.Second == 50 ? 0.98 : 1)),
            MemoryLimitBytes = 1_000 * Curves.Gigabyte,
        })).ShouldBeEmpty();
    }

    [Fact]
    public void ShardsNotReady_StartThatComesToAStandstill_Fires()
    {
        var fired = Curves.Fired(Curves.Between(Noon, Noon.AddMinutes(12), calm => calm with
        {
            ShardsReady = (int)Math.Min(100, (calm.At - Noon).TotalSeconds),
            ShardNotReadyFor = (calm.At - Noon).TotalSeconds,
        }));

        fired.Select(alert => alert.Rule).ShouldContain("ShardsNotReady");
    }

    [Fact]
    public void Alert_WhileItFires_CarriesTheLastFigureAndInTheEndTheWorst()
    {
        var options = new AlertOptions();
        double[] cores = [7.2, 7.6, 7.9, 7.3];

        var alerts = Curves.Alerts(
            Curves.Between(Noon.AddHours(-1), Noon.AddMinutes(12), calm => (calm.At - Noon).TotalMinutes is >= 0 and < 8 and var minutes
                ? calm with { CpuCores = cores[(int)(minutes / 2)] }
                : calm),
            options: options);

        alerts[0].Value.ShouldBe(0.9, 0.001);
        alerts[^1].Value.ShouldBe(7.9 / 8, 0.001);
        alerts[^1].Text.ShouldContain("99 %");
        alerts.ShouldContain(alert => alert.ResolvedAt == null && alert.Text.Contains("95 %"));
    }
}
