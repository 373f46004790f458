using Vexera.Core.Discord;
using Vexera.Core.Monitoring.Alerts;

namespace Vexera.Core.Modules.Alerts;

/// <summary>
/// What was told in one place and what is still to be told there. New alerts go together into one message; what becomes of them is
/// written into that message. Waits for nothing, writes nothing; not thread safe.
/// </summary>
internal sealed class AlertMessages
{
    /// <summary>How long it is tried to tell of something; then it is dropped.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private const int MostUntold = 100;

    private readonly Dictionary<AlertKey, TimeSpan> _untold = [];
    private readonly Dictionary<AlertKey, Told> _told = [];

    /// <summary>Goes on with messages of an earlier process.</summary>
    /// <param name="messages">Which alert is told in which message.</param>
    public void Restore(IEnumerable<(Snowflake MessageId, AlertKey Alert)> messages)
    {
        foreach (var (messageId, alert) in messages)
            _told[alert] = new Told(messageId);
    }

    /// <summary>Takes note of what fires.</summary>
    /// <param name="firing">What fires now.</param>
    /// <param name="now">The time on a clock that only goes forward.</param>
    public void See(IReadOnlyList<Alert> firing, TimeSpan now)
    {
        foreach (var key in firing.Select(AlertKey.Of).Where(key => !_told.ContainsKey(key) && !_untold.ContainsKey(key)).Take(MostUntold - _untold.Count))
            _untold[key] = now;
        foreach (var old in _untold.Where(one => now - one.Value > Patience).Select(one => one.Key).ToList())
        {
            // Told of, in a way: it is not begun again while it fires.
            _untold.Remove(old);
            _told[old] = new Told(default);
        }
    }

    /// <summary>The next new message: what is not told yet, firing or over meanwhile. Empty for none.</summary>
    /// <param name="alerts">All alerts now.</param>
    public IReadOnlyList<Alert> NextPost(IReadOnlyList<Alert> alerts) =>
        [.. alerts.Where(alert => _untold.ContainsKey(AlertKey.Of(alert))).OrderByDescending(alert => alert.Severity).Take(AlertNotice.Most)];

    /// <summary>A message was posted.</summary>
    public void Posted(Snowflake messageId, IReadOnlyList<Alert> alerts)
    {
        foreach (var alert in alerts)
        {
            _untold.Remove(AlertKey.Of(alert));
            _told[AlertKey.Of(alert)] = new Told(messageId) { IsResolved = alert.ResolvedAt is not null };
        }
    }

    /// <summary>The next message in which something that is resolved is not yet; null for none.</summary>
    /// <param name="alerts">All alerts now.</param>
    public (Snowflake MessageId, IReadOnlyList<Alert> Alerts)? NextEdit(IReadOnlyList<Alert> alerts)
    {
        foreach (var alert in alerts)
        {
            if (alert.ResolvedAt is null || !_told.TryGetValue(AlertKey.Of(alert), out var told) || told.IsResolved || told.MessageId.IsNone)
                continue;
            return (told.MessageId, [.. alerts.Where(other => _told.TryGetValue(AlertKey.Of(other), out var place) && place.MessageId == told.MessageId)]);
        }

        return null;
    }

    /// <summary>A message shows these alerts as they are now.</summary>
    /// <returns>Whether all in it is over, so that it is done with.</returns>
    public bool Edited(Snowflake messageId, IReadOnlyList<Alert> alerts)
    {
        foreach (var alert in alerts)
            _told[AlertKey.Of(alert)] = new Told(messageId) { IsResolved = alert.ResolvedAt is not null };
        return Forget(messageId);
    }

    /// <summary>A message is gone: what it told of that is over is told in a new one; what fires is not told again.</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="alerts">What it told of.</param>
    /// <param name="now">The time on a clock that only goes forward.</param>
    public void Gone(Snowflake messageId, IReadOnlyList<Alert> alerts, TimeSpan now)
    {
        foreach (var alert in alerts)
        {
            var key = AlertKey.Of(alert);
            if (alert.ResolvedAt is not null && !_told[key].IsResolved)
            {
                _told.Remove(key);
                _untold[key] = now;
            }
        }

        foreach (var left in _told.Where(one => one.Value.MessageId == messageId).Select(one => one.Key).ToList())
            _told[left] = new Told(default);
    }

    /// <summary>Drops what is no longer known: alerts that are neither firing nor among the past ones.</summary>
    /// <param name="alerts">All alerts now.</param>
    public void Trim(IReadOnlyList<Alert> alerts)
    {
        var known = alerts.Select(AlertKey.Of).ToHashSet();
        var over = alerts.Where(alert => alert.ResolvedAt is not null).Select(AlertKey.Of).ToHashSet();
        foreach (var key in _told.Where(one => !known.Contains(one.Key) || (one.Value.MessageId.IsNone && over.Contains(one.Key))).Select(one => one.Key).ToList())
            _told.Remove(key);
        foreach (var key in _untold.Keys.Where(key => !known.Contains(key)).ToList())
            _untold.Remove(key);
    }

    private bool Forget(Snowflake messageId)
    {
        var inIt = _told.Where(one => one.Value.MessageId == messageId).ToList();
        if (!inIt.TrueForAll(one => one.Value.IsResolved))
            return false;
        inIt.ForEach(one => _told.Remove(one.Key));
        return true;
    }

    private readonly record struct Told(Snowflake MessageId)
    {
        public bool IsResolved { get; init; }
    }
}
