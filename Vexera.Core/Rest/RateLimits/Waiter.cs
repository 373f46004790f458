namespace Vexera.Core.Rest.RateLimits;

/// <summary>A call that stands in a bucket's queue. Owned by the budget's lock, except for <see cref="Task"/>.</summary>
internal sealed class Waiter
{
    private readonly TaskCompletionSource<IRestPermit> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ITimer? _deadline;
    private CancellationTokenRegistration _cancellation;

    public Waiter(RestCall call)
    {
        Call = call;
        Node = new LinkedListNode<Waiter>(this);
    }

    public RestCall Call { get; }

    /// <summary>Its place in the queue; without a list once it has left.</summary>
    public LinkedListNode<Waiter> Node { get; }

    /// <summary>Where it stands. Changes when its route turns out to belong to another bucket.</summary>
    public required Bucket Bucket { get; set; }

    public Task<IRestPermit> Task => _outcome.Task;

    /// <summary>Arranges for the end of the wait, by time or by the caller.</summary>
    public void Until(ITimer deadline, CancellationTokenRegistration cancellation)
    {
        if (Task.IsCompleted)
        {
            deadline.Dispose();
            cancellation.Unregister();
            return;
        }

        _deadline = deadline;
        _cancellation = cancellation;
    }

    public void Grant(IRestPermit permit)
    {
        Leave();
        _outcome.SetResult(permit);
    }

    public void Refuse(Exception reason)
    {
        Leave();
        _outcome.SetException(reason);
    }

    public void Cancel(CancellationToken cancellationToken)
    {
        Leave();
        _outcome.SetCanceled(cancellationToken);
    }

    private void Leave()
    {
        Node.List?.Remove(Node);
        _deadline?.Dispose();
        // Not Dispose, which waits for a callback that may be waiting for the lock held here.
        _cancellation.Unregister();
    }
}
