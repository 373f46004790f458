namespace Vexera.Core.Monitoring.Alerts;

/// <summary>The alerts of this process, in memory.</summary>
internal sealed class AlertBoard : IAlertBoard
{
    private const int MostPast = 500;

    private readonly Lock _access = new();
    private readonly Dictionary<string, Alert> _firing = [];
    private readonly List<Alert> _past = [];

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

    /// <summary>Takes what became of an alert: it fires, has new figures, or is resolved.</summary>
    public void Put(Alert alert)
    {
        lock (_access)
        {
            if (alert.ResolvedAt is null)
            {
                _firing[alert.Rule] = alert;
            }
            else
            {
                _firing.Remove(alert.Rule);
                _past.Add(alert);
                if (_past.Count > MostPast)
                    _past.RemoveAt(0);
            }
        }

        Changed?.Invoke();
    }
}
