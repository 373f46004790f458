using Microsoft.Extensions.Logging;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Monitoring.Alerts;

/// <summary>The alerts, those of earlier processes included.</summary>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed class AlertBoard(TimeProvider time, ILogger<AlertBoard> logger) : IAlertBoard
{
    /// <summary>How many of those that are past are kept.</summary>
    public const int MostPast = 500;

    private readonly Lock _access = new();
    private readonly Dictionary<string, Alert> _firing = [];
    private readonly List<Alert> _past = [];
    private readonly LogPace _failures = new(TimeSpan.FromMinutes(1), time);

    /// <inheritdoc/>
    public event Action? Changed;

    /// <inheritdoc/>
    public IReadOnlyList<Alert> Firing
    {
        get
        {
            lock (_access)
                return [.. _firing.Values.OrderByDescending(alert => alert.Severity).ThenBy(alert => alert.Since)];
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Alert> Past(int most)
    {
        lock (_access)
            return [.. Enumerable.Reverse(_past).Take(most)];
    }

    /// <summary>Takes what became of alerts: they fire, have new figures, or are resolved.</summary>
    /// <param name="alerts">By time.</param>
    public void Put(IReadOnlyCollection<Alert> alerts)
    {
        if (alerts.Count == 0)
            return;
        lock (_access)
        {
            foreach (var alert in alerts)
                Keep(alert);
        }

        foreach (var listener in Delegate.EnumerateInvocationList(Changed))
        {
            try
            {
                listener();
            }
            catch (Exception failure)
            {
                if (_failures.TryTell(out var more))
                    MonitoringLog.ListenerFailed(logger, failure, more);
            }
        }
    }

    private void Keep(Alert alert)
    {
        if (alert.ResolvedAt is null)
        {
            _firing[alert.Rule] = alert;
            return;
        }

        _firing.Remove(alert.Rule);
        _past.Add(alert);
        if (_past.Count > MostPast)
            _past.RemoveAt(0);
    }
}
