namespace Vexera.Core.Gateway.Identify;

/// <summary>One at a time, first come first served; who gives up waiting is passed over.</summary>
internal sealed class Line
{
    private readonly Lock _sync = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private bool _taken;

    /// <summary>Waits to be the one. Pair with one <see cref="Leave"/>.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        TaskCompletionSource turn;
        lock (_sync)
        {
            if (!_taken)
            {
                _taken = true;
                return;
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
        }

        await using var leaving = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        await turn.Task;
    }

    /// <summary>Lets the next one in.</summary>
    public void Leave()
    {
        lock (_sync)
        {
            while (_waiting.TryDequeue(out var next))
            {
                if (next.TrySetResult())
                    return;
            }

            _taken = false;
        }
    }
}
