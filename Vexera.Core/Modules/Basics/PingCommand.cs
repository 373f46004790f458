using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Shards;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Modules.Basics;

/// <summary><c>ping</c>: how quickly Discord answers, over the gateway shard that asked and over HTTP.</summary>
internal sealed class PingCommand(IFleetStatus fleet, IRestLatency rest) : ICommand
{
    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "ping",
        Category = BasicsModule.Category,
        Description = BasicsText.PingDescription,
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var shard = fleet.Shards.FirstOrDefault(shard => shard.Id == context.Origin.ShardId);
        return ValueTask.FromResult(context.Say([BasicsText.PingAnswer(Show(shard?.Latency), Show(rest.Median)), .. HealthCommand.BudgetOf(fleet)]));
    }

    private static Text Show(TimeSpan? latency) =>
        latency is { } known ? BasicsText.Milliseconds(known.TotalMilliseconds) : BasicsText.NotYetKnown;
}
