using System.Globalization;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Shards;

namespace Vexera.Host.Control.Status;

/// <summary>A <see cref="StatusReport"/> for people: a head, then one line for each subject.</summary>
internal static class StatusView
{
    /// <summary>Writes the lines.</summary>
    public static void Write(StatusReport report, TextWriter output)
    {
        output.WriteLine(StatusText.Head.With(report.Version, Length(TimeSpan.FromSeconds(report.UptimeSeconds))));
        Line(StatusText.Shards, Shards(report.Shards));
        Line(StatusText.Identifies, Identifies(report.Shards));
        var events = report.Events;
        Line(StatusText.Events, StatusText.EventsSeen.With(events.PerSecond, events.PerSecond5, events.PerSecond30));
        Line(StatusText.Handlers, StatusText.HandlersSeen.With(events.Queued));
        Line(StatusText.Storage, Storage(report.Storage));
        if (report.Alerts.Count == 0)
            Line(StatusText.Alerts, StatusText.AlertsNone);
        foreach (var alert in report.Alerts)
            Line(StatusText.Alerts, StatusText.AlertSeen.With(alert.Rule, alert.Severity, alert.Since.UtcDateTime, alert.Text));

        void Line(string subject, string seen) => output.WriteLine($"{subject,-12}{seen}");
    }

    private static string Shards(ShardsReport shards) => shards.Here == 0
        ? StatusText.ShardsUnknown
        : StatusText.ShardsSeen.With(shards.Here, shards.Total, string.Join(", ", shards.States.Select(OfState)));

    private static string OfState(KeyValuePair<string, int> state) => StatusText.ShardsOfState.With(
        state.Value,
        Enum.TryParse<ShardState>(state.Key, out var known) ? ShardStateNames.Of(known).In(CultureInfo.CurrentUICulture) : state.Key);

    private static string Identifies(ShardsReport shards) => shards switch
    {
        { IdentifiesRenewAt: { } renewsAt } => StatusText.IdentifiesWait.With(renewsAt.UtcDateTime),
        { IdentifiesLeft: { } left } => StatusText.IdentifiesSeen.With(left),
        _ => StatusText.IdentifiesUnknown,
    };

    private static string Storage(StorageReport storage) => storage.TroubleSince is { } since
        ? StatusText.StorageTrouble.With(since.UtcDateTime, storage.GuildsWaiting, storage.WritesHeld, storage.Trouble)
        : StatusText.StorageFine.With(storage.GuildsWaiting);

    private static string Length(TimeSpan time) =>
        (time.Days > 0 ? StatusText.Days : time.Hours > 0 ? StatusText.Hours : StatusText.Minutes).With(time);
}
