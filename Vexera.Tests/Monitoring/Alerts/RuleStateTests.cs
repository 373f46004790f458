using CsCheck;
using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Monitoring.Alerts.Rules;
using Vexera.Core.Monitoring.Sampling;

namespace Vexera.Tests.Monitoring.Alerts;

/// <summary>What holds of every rule whatever its figure does.</summary>
public sealed class RuleStateTests
{
    private static readonly DateTimeOffset Noon = Curves.Day.AddHours(12);

    private static readonly Gen<AlertRuleSettings> Settings =
        from clear in Gen.Int[0, 4]
        from above in Gen.Int[0, 4]
        from @for in Gen.Int[0, 4]
        from coolDown in Gen.Int[0, 12]
        select new AlertRuleSettings(true, clear + above, clear, @for * Curves.Step, coolDown * Curves.Step, AlertSeverity.Warning);

    // -1 stands for a figure that cannot be told.
    private static readonly Gen<int[]> Figures = Gen.Int[-1, 9].Array[1, 300];

    [Fact]
    public void Step_AnyFigures_EachAlertIsResolvedOnceBeforeTheNext() =>
        Gen.Select(Settings, Figures).Sample((settings, figures) =>
        {
            Alert? firing = null;
            foreach (var (_, alert) in Run(settings, figures))
            {
                if (firing is null)
                    alert.ResolvedAt.ShouldBeNull();
                else
                    alert.Since.ShouldBe(firing.Since);
                firing = alert.ResolvedAt is null ? alert : null;
            }
        });

    [Fact]
    public void Step_AnyFigures_NeverFlapsFasterThanTheCoolDown() =>
        Gen.Select(Settings, Figures).Sample((settings, figures) =>
        {
            DateTimeOffset? resolved = null;
            var isFiring = false;
            foreach (var (at, alert) in Run(settings, figures))
            {
                if (!isFiring && resolved is { } last)
                    (at - last).ShouldBeGreaterThanOrEqualTo(settings.CoolDown);
                isFiring = alert.ResolvedAt is null;
                resolved = alert.ResolvedAt ?? resolved;
            }
        });

    [Fact]
    public void Step_AnyFigures_FiresOnlyAfterBeingBrokenAllTheTime() =>
        Gen.Select(Settings, Figures).Sample((settings, figures) =>
        {
            var isFiring = false;
            foreach (var (at, alert) in Run(settings, figures))
            {
                var index = (int)((at - Noon) / Curves.Step);
                if (!isFiring)
                {
                    for (var back = index; back >= 0 && Noon + (back * Curves.Step) >= at - settings.For; back--)
                        ((double)figures[back]).ShouldBeGreaterThan(settings.Threshold);
                }

                if (alert.ResolvedAt is not null && figures[index] >= 0)
                    ((double)figures[index]).ShouldBeLessThanOrEqualTo(settings.Clear);
                isFiring = alert.ResolvedAt is null;
            }
        });

    [Fact]
    public void Step_BrokenForGood_FiresAfterForAndOnce() =>
        Settings.Sample(settings =>
        {
            var alerts = Run(settings, [.. Enumerable.Repeat(9, 40)]).ToList();

            alerts.Count.ShouldBe(1);
            alerts[0].At.ShouldBe(Noon + settings.For);
        });

    [Fact]
    public void Step_FigureBetweenClearAndThreshold_ChangesNothing()
    {
        var settings = new AlertRuleSettings(true, 5, 3, Curves.Step, TimeSpan.Zero, AlertSeverity.Warning);

        var alerts = Run(settings, [4, 4, 9, 9, 4, 5, 4, 5, 4]).ToList();

        alerts.Count(one => one.Alert.ResolvedAt is not null).ShouldBe(0);
        alerts.Select(one => one.Alert.Since).Distinct().ShouldBe([Noon + (2 * Curves.Step)]);
    }

    [Fact]
    public void Step_CannotBeToldForLong_IsResolved()
    {
        var settings = new AlertRuleSettings(true, 5, 3, TimeSpan.Zero, TimeSpan.Zero, AlertSeverity.Warning);

        var alerts = Run(settings, [9, .. Enumerable.Repeat(-1, 40)]).ToList();

        alerts[^1].Alert.ResolvedAt.ShouldBe(Noon + (31 * Curves.Step));
    }

    [Fact]
    public void Step_SwitchedOffWhileFiring_IsResolvedAtOnce()
    {
        var window = new SampleWindow();
        var state = new RuleState(Rule());
        var settings = new AlertRuleSettings(true, 5, 3, TimeSpan.Zero, TimeSpan.Zero, AlertSeverity.Warning);
        window.Add(At(0, 9));
        state.Step(window, settings)!.ResolvedAt.ShouldBeNull();

        window.Add(At(1, 9));
        state.Step(window, settings with { Enabled = false })!.ResolvedAt.ShouldBe(Noon + Curves.Step);
    }

    [Fact]
    public void Restore_FiringAlert_GoesOnAndIsResolvedWithItsBegin()
    {
        var firing = new Alert("Test", AlertSeverity.Warning, Noon.AddHours(-1), null, 8, 5, "");
        var state = new RuleState(Rule());
        state.Restore(firing, null);
        var window = new SampleWindow();
        window.Add(At(0, 1));

        var resolved = state.Step(window, new AlertRuleSettings(true, 5, 3, TimeSpan.Zero, TimeSpan.Zero, AlertSeverity.Warning));

        resolved!.Since.ShouldBe(firing.Since);
        resolved.ResolvedAt.ShouldBe(Noon);
        resolved.Value.ShouldBe(8);
    }

    [Fact]
    public void Restore_JustResolved_StaysQuietForTheCoolDown()
    {
        var state = new RuleState(Rule());
        state.Restore(null, Noon.AddMinutes(-1));
        var settings = new AlertRuleSettings(true, 5, 3, TimeSpan.Zero, TimeSpan.FromMinutes(10), AlertSeverity.Warning);
        var window = new SampleWindow();

        var first = Enumerable.Range(0, 100).First(index =>
        {
            window.Add(At(index, 9));
            return state.Step(window, settings) is not null;
        });

        (first * Curves.Step).ShouldBe(TimeSpan.FromMinutes(9));
    }

    [Fact]
    public void Step_ClockSetBackByHours_StillFiresAfterTheCoolDown()
    {
        var state = new RuleState(Rule());
        state.Restore(null, Noon.AddHours(5));
        var settings = new AlertRuleSettings(true, 5, 3, TimeSpan.Zero, TimeSpan.FromMinutes(1), AlertSeverity.Warning);
        var window = new SampleWindow();

        var first = Enumerable.Range(0, 100).First(index =>
        {
            window.Add(At(index, 9));
            return state.Step(window, settings) is not null;
        });

        (first * Curves.Step).ShouldBe(TimeSpan.FromMinutes(1));
    }

    private static IEnumerable<(DateTimeOffset At, Alert Alert)> Run(AlertRuleSettings settings, int[] figures)
    {
        var window = new SampleWindow();
        var state = new RuleState(Rule());
        for (var i = 0; i < figures.Length; i++)
        {
            window.Add(At(i, figures[i]));
            if (state.Step(window, settings) is { } alert)
                yield return (window.Latest.At, alert);
        }
    }

    private static Sample At(int index, int figure) => new() { At = Noon + (index * Curves.Step), StorageLag = figure };

    private static AlertRule Rule() => new(
        "StorageLag",
        AlertUnit.Seconds,
        window => window.Latest.StorageLag < 0 ? null : window.Latest.StorageLag,
        AlertRules.All[0].Defaults);
}
