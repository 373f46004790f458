using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Shards;

namespace Vexera.Core.Modules.Shards;

/// <summary>
/// <c>shards [list|reconnect|reshard] [id|all|count]</c>: the connections to Discord, their renewal by RESUME, and another number of
/// them.
/// </summary>
internal sealed class ShardsCommand(
    IFleetStatus fleet, IFleetControl control, IReshardControl resharder, LateAnswer late, TimeProvider time) : ICommand
{
    private const string List = "list", Reconnect = "reconnect", Reshard = "reshard";
    private const int MostShards = 16_000;

    // A short reconnect is told in the answer itself.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly Argument<string> Action =
        new("action", ShardsText.ActionArgument, new ChoiceArgument(List, Reconnect, Reshard), required: false);
    private static readonly Argument<WhichShards> Which = new("which", ShardsText.WhichArgument, new WhichShardsArgument(), required: false);

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "shards",
        Category = ShardsModule.Category,
        Description = ShardsText.Description,
        Details = ShardsText.Details,
        Arguments = [Action, Which],
        Examples = ["", $"{Reconnect} 0", $"{Reconnect} {WhichShardsArgument.All}", Reshard, $"{Reshard} 4"],
        OwnerOnly = true,
    };

    /// <inheritdoc/>
    public async ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (!context.Arguments.TryGet(Action, out var action) || action == List)
            return context.Say(ShardsPage.Of(fleet, control.Reconnecting, resharder.Progress));
        var isGiven = context.Arguments.TryGet(Which, out var which);
        if (action == Reshard)
            return await ReshardAsync(context, isGiven ? which : null, cancellationToken);
        if (!isGiven)
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
            return context.Say(AtWork());
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(running, Task.Delay(Patience, time, ended.Token));
        await ended.CancelAsync();
        if (running.IsCompleted)
            return context.Say(ReconnectOutcome.Of(await running));
        _ = late.TellAsync(context, running, ReconnectOutcome.Of);
        return context.Say(ShardsText.Started(shardIds.Length, InlineCode.Of($"{context.Call} {List}")));
    }

    private async Task<Reply> ReshardAsync(CommandContext context, WhichShards? count, CancellationToken cancellationToken)
    {
        if (count is { Id: not (>= 1 and <= MostShards) })
            return context.Say(ShardsText.ReshardCountWrong(MostShards, InlineCode.Of($"{context.Call} {Reshard}")));
        var answer = await resharder.TryReshardAsync(count?.Id, cancellationToken);
        if (answer.Running is not { } running)
            return context.Say(ReshardOutcome.Of(answer, resharder));
        _ = late.TellAsync(context, running, ReshardOutcome.Of);
        return context.Say(ShardsText.ReshardStarted(answer.From, answer.To, InlineCode.Of($"{context.Call} {List}")));
    }

    private Text AtWork()
    {
        if (resharder.Progress is { } resharding)
            return ReshardOutcome.Of(resharding);
        return control.Reconnecting is { } progress ? ShardsText.AtWork(progress.Done, progress.Total) : ShardsText.Unknown;
    }
}
