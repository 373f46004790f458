using System.Globalization;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Shards;
using Vexera.Core.Storage;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Modules.Basics;

/// <summary><c>health</c>: shards by state, what they and the database lack, what alerts there are, and how many events come in.</summary>
internal sealed class HealthCommand(IFleetStatus fleet, IEventRate events, StorageHealth storage, IAlertBoard alerts) : ICommand
{
    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "health",
        Category = BasicsModule.Category,
        Description = BasicsText.HealthDescription,
        Cooldown = TimeSpan.FromSeconds(2),
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var shards = fleet.Shards;
        if (shards.Count == 0)
            return ValueTask.FromResult(context.Say(BasicsText.HealthUnknown));
        return ValueTask.FromResult(context.Say([
            BasicsText.HealthShards(shards.Count, fleet.ShardCount),
            .. shards.CountBy(shard => shard.State).OrderBy(state => state.Key).Select(state => BasicsText.HealthState(ShardStateNames.Of(state.Key), state.Value)),
            .. BudgetOf(fleet),
            .. StorageTroubles(),
            .. Alerts(context.Culture),
            BasicsText.HealthRate(events.PerSecond(TimeSpan.FromMinutes(30)), events.PerSecond(TimeSpan.FromMinutes(1)))]));
    }

    /// <summary>A line on the day's budget of sessions while shards wait for it; none otherwise.</summary>
    internal static IEnumerable<Text> BudgetOf(IFleetStatus fleet) =>
        fleet.IdentifiesRenewAt is { } renewsAt ? [BasicsText.BudgetLow(Timestamp.Relative(renewsAt))] : [];

    private IEnumerable<Text> Alerts(CultureInfo culture)
    {
        var firing = alerts.Firing;
        return firing.Count == 0
            ? [BasicsText.HealthNoAlerts]
            : firing.Select(alert => BasicsText.HealthAlert(
                AlertTexts.TitleOf(alert.Rule, culture), AlertTexts.Of(alert, culture), Timestamp.Relative(alert.Since)));
    }

    private IEnumerable<Text> StorageTroubles() =>
        storage.Trouble is { } trouble ? [BasicsText.StorageTrouble(Timestamp.Relative(trouble.Since))] : [];
}
