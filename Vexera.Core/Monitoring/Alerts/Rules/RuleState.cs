namespace Vexera.Core.Monitoring.Alerts.Rules;

/// <summary>Where one rule stands: well, broken but not for long enough, firing, or quiet after that. Not thread safe.</summary>
/// <param name="rule">The rule.</param>
internal sealed class RuleState(AlertRule rule)
{
    // What cannot be told any more for so long is not called firing.
    private static readonly TimeSpan Unknown = TimeSpan.FromMinutes(5);

    private Alert? _firing;
    private double _worst;
    private DateTimeOffset? _brokenSince;
    private DateTimeOffset? _wellSince;
    private DateTimeOffset? _unknownSince;
    private DateTimeOffset? _resolvedAt;

    /// <summary>The rule.</summary>
    public AlertRule Rule => rule;

    /// <summary>Goes on where an earlier process stood.</summary>
    /// <param name="firing">What it left firing, or null.</param>
    /// <param name="resolvedAt">When the rule was last resolved, or null.</param>
    public void Restore(Alert? firing, DateTimeOffset? resolvedAt)
    {
        (_firing, _resolvedAt) = (firing, resolvedAt);
        _worst = firing?.Value ?? 0;
    }

    /// <summary>Looks at the newest sample.</summary>
    /// <returns>What changed: it began to fire, has another text, or is resolved; null for nothing.</returns>
    public Alert? Step(SampleWindow window, AlertRuleSettings settings)
    {
        var now = window.Latest.At;
        var value = settings.Enabled ? rule.Read(window) : null;
        if (_firing is { } firing)
            return settings.Enabled ? StepFiring(firing, value, now, settings) : Resolve(firing, now);
        if (value is not { } figure || !rule.Breaks(figure, settings.Threshold))
        {
            _brokenSince = null;
            return null;
        }

        if (window.IsFresh)
            _brokenSince = null;
        var since = Began(ref _brokenSince, now);
        return now - since < settings.For || IsQuiet(now, settings.CoolDown) ? null : Fire(since, figure, settings);
    }

    private Alert Fire(DateTimeOffset since, double value, AlertRuleSettings settings)
    {
        _worst = value;
        _brokenSince = _wellSince = _unknownSince = null;
        return _firing = new Alert(rule.Name, settings.Severity, since, null, value, settings.Threshold, AlertTexts.Of(rule, value, settings.Threshold));
    }

    private Alert? StepFiring(Alert firing, double? value, DateTimeOffset now, AlertRuleSettings settings)
    {
        if (value is not { } figure)
            return now - Began(ref _unknownSince, now) < Unknown ? null : Resolve(firing, now);
        _unknownSince = null;
        _worst = rule.Worse(_worst, figure);
        if (!rule.IsWell(figure, settings.Clear))
            _wellSince = null;
        else if (now - Began(ref _wellSince, now) >= settings.For)
            return Resolve(firing, now);

        var text = AlertTexts.Of(rule, figure, settings.Threshold);
        if (text == firing.Text && firing.Severity == settings.Severity)
            return null;
        return _firing = firing with { Value = figure, Threshold = settings.Threshold, Severity = settings.Severity, Text = text };
    }

    private Alert Resolve(Alert firing, DateTimeOffset now)
    {
        _firing = null;
        _resolvedAt = now;
        return firing with
        {
            ResolvedAt = now > firing.Since ? now : firing.Since,
            Value = _worst,
            Text = AlertTexts.Of(rule, _worst, firing.Threshold),
        };
    }

    // A clock that was set back does not lengthen it.
    private bool IsQuiet(DateTimeOffset now, TimeSpan coolDown)
    {
        if (_resolvedAt > now)
            _resolvedAt = now;
        return now - _resolvedAt < coolDown;
    }

    private static DateTimeOffset Began(ref DateTimeOffset? since, DateTimeOffset now)
    {
        if (since is not { } began || began > now)
            since = began = now;
        return began;
    }
}
