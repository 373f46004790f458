using Vexera.Core.Shards;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>Where a shard's status hangs for those who look, and for those who wait for it to change.</summary>
internal sealed class ShardBoard(ShardStatus first)
{
    private readonly Lock _sync = new();
    private ShardStatus _status = first;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The shard as it was told of last.</summary>
    public ShardStatus Status => Volatile.Read(ref _status);

    /// <summary>Hangs up another status.</summary>
    public void Tell(ShardStatus status)
    {
        lock (_sync)
        {
            _status = status;
            _changed.TrySetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Waits until something holds of the status.</summary>
    public async Task UntilAsync(Func<ShardStatus, bool> holds, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_sync)
            {
                if (holds(_status))
                    return;
                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }
}
