using System.Reflection;
using Vexera.Core.Dispatch;
using Vexera.Core.Gateway.Identify;
using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Shards;
using Vexera.Core.State.Sessions;
using Vexera.Core.Storage;
using Vexera.Core.Telemetry;

namespace Vexera.Host.Control.Status;

/// <summary>Puts together how the bot is. Waits for nothing.</summary>
internal sealed class StatusReporter(
    IFleetStatus fleet,
    IIdentifyGate gate,
    IEventRate events,
    Dispatcher dispatcher,
    StateJournal journal,
    DeferredWrites held,
    StorageHealth storage,
    IAlertBoard alerts,
    Uptime uptime)
{
    private static string Version { get; } = typeof(StatusReporter).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The bot at this moment.</summary>
    public StatusReport Report()
    {
        var trouble = storage.Trouble;
        return new StatusReport
        {
            Version = Version,
            StartedAt = uptime.StartedAt,
            UptimeSeconds = (long)uptime.Elapsed.TotalSeconds,
            Shards = Shards(),
            Events = new EventsReport(PerSecond(1), PerSecond(5), PerSecond(30), dispatcher.Queued),
            Storage = new StorageReport(trouble?.Since, trouble?.Reason, journal.Uncommitted, held.Count),
            Alerts = [.. alerts.Firing.Select(alert =>
                new AlertReport(alert.Rule, alert.Severity.ToString(), alert.Since, alert.Value, alert.Threshold, alert.Text))],
        };
    }

    private ShardsReport Shards()
    {
        var shards = fleet.Shards;
        var states = shards.CountBy(shard => shard.State).OrderBy(state => state.Key).ToDictionary(state => state.Key.ToString(), state => state.Value);
        return new ShardsReport(
            shards.Count, fleet.ShardCount, states, fleet.ShardCount == 0 ? null : gate.BudgetAvailable, fleet.IdentifiesRenewAt);
    }

    private double PerSecond(int minutes) => Math.Round(events.PerSecond(TimeSpan.FromMinutes(minutes)), 1);
}
