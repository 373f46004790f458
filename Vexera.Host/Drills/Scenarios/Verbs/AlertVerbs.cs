namespace Vexera.Host.Drills.Scenarios.Verbs;

/// <summary>What the bot shall notice.</summary>
internal static class AlertVerbs
{
    /// <summary>From this moment on there is cause for an alert; <see cref="Promises.Alerts"/> says how soon it must be raised.</summary>
    /// <param name="moment">When.</param>
    /// <param name="rule">The rule, as in <c>Alerts:Rules</c>.</param>
    public static Moment Expect(this Moment moment, [AlertRule] string rule) => moment.Do(DrillText.ExpectAlert.With(rule), (drill, _) =>
    {
        drill.Expect(rule);
        return Task.CompletedTask;
    });
}
