using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Shards;

namespace Vexera.Core.Modules.Shards;

/// <summary><c>shards [list|reconnect] [id|all]</c>: the connections to Discord, and their renewal by RESUME.</summary>
internal sealed class ShardsCommand(IFleetStatus fleet, IFleetControl control, ReconnectTelling telling, TimeProvider time) : ICommand
{
    private const string List = "list", Reconnect = "reconnect";

    // A short reconnect is told in the answer itself.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly Argument<string> Action = new("action", ShardsText.ActionArgument, new ChoiceArgument(List, Reconnect), required: false);
    private static readonly Argument<WhichShards> Which = new("which", ShardsText.WhichArgument, new WhichShardsArgument(), required: false);

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "shards",
        Category = ShardsModule.Category,
        Description = ShardsText.Description,
        Details = ShardsText.Details,
        Arguments = [Action, Which],
        Examples = ["", $"{Reconnect} 0", $"{Reconnect} {WhichShardsArgument.All}"],
        OwnerOnly = true,
    };

    /// <inheritdoc/>
    public async ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (!context.Arguments.TryGet(Action, out var action) || action == List)
            return context.Say(ShardsPage.Of(fleet, control.Reconnecting));
        if (!context.Arguments.TryGet(Which, out var which))
        {
            return context.Say(ShardsText.WhichNeeded(
                InlineCode.Of($"{context.Call} {Reconnect} 0"), InlineCode.Of($"{context.Call} {Reconnect} {WhichShardsArgument.All}")));
        }

        int[] here = [.. fleet.Shards.Select(shard => shard.Id)];
        if (which.Id is { } id && !here.Contains(id))
            return context.Say(ShardsText.Elsewhere(id, ShardRanges.Of(here), fleet.ShardCount));
        return await ReconnectAsync(context, which.Id is { } one ? [one] : here, cancellationToken);
    }

    private async Task<Reply> ReconnectAsync(CommandContext context, int[] shardIds, CancellationToken cancellationToken)
    {
        if (control.TryReconnect(shardIds) is not { } running)
            return context.Say(control.Reconnecting is { } progress ? ShardsText.AtWork(progress.Done, progress.Total) : ShardsText.Unknown);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(running, Task.Delay(Patience, time, ended.Token));
        await ended.CancelAsync();
        if (running.IsCompleted)
            return context.Say(ReconnectTelling.Of(await running));
        _ = telling.TellAsync(context, running);
        return context.Say(ShardsText.Started(shardIds.Length, InlineCode.Of($"{context.Call} {List}")));
    }
}
