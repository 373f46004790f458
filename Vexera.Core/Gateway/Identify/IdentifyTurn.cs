namespace Vexera.Core.Gateway.Identify;

/// <summary>One shard's place in the <see cref="IdentifyQueue"/>.</summary>
/// <param name="shardId">The shard, from 0.</param>
internal sealed class IdentifyTurn(int shardId)
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _granted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The shard, from 0.</summary>
    public int ShardId => shardId;

    /// <summary>Whether one IDENTIFY of the day's budget is taken for it.</summary>
    public bool IsFunded { get; set; }

    /// <summary>Which configuration it was granted under.</summary>
    public int Generation { get; private set; }

    /// <summary>Completes when nobody stands before it in its bucket: it is time to take from the budget.</summary>
    public Task First => _first.Task;

    /// <summary>Completes when it may identify.</summary>
    public Task Granted => _granted.Task;

    /// <summary>Nobody stands before it.</summary>
    public void Come() => _first.TrySetResult();

    /// <summary>It may identify now.</summary>
    public void Grant(int generation)
    {
        Generation = generation;
        _granted.TrySetResult();
    }
}
