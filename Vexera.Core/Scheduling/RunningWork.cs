namespace Vexera.Core.Scheduling;

/// <summary>What handlers have, and what they are through with that is not yet written. Safe to call from anywhere.</summary>
internal sealed class RunningWork
{
    private readonly Lock _access = new();
    private readonly Dictionary<long, ClaimedWork> _running = [];
    private readonly Dictionary<WorkIdentity, int> _busy = [];
    private readonly List<EndedWork> _ended = [];
    private TaskCompletionSource? _none;

    /// <summary>How many attempts are under way, without those left behind.</summary>
    public int Count
    {
        get
        {
            lock (_access)
                return _running.Count;
        }
    }

    /// <summary>What is not yet written.</summary>
    public IReadOnlyList<EndedWork> Ended
    {
        get
        {
            lock (_access)
                return [.. _ended];
        }
    }

    /// <summary>What there is at one instant: what to write, which identities handlers have, and the claims of both.</summary>
    public (IReadOnlyList<EndedWork> Ended, IReadOnlySet<WorkIdentity> Busy, IReadOnlyCollection<long> Known) Look()
    {
        lock (_access)
            return ([.. _ended], _busy.Keys.ToHashSet(), [.. _running.Keys, .. _ended.Select(one => one.Claimed.Claim)]);
    }

    /// <summary>An attempt begins.</summary>
    public void Begin(ClaimedWork claimed)
    {
        lock (_access)
        {
            _running.Add(claimed.Claim, claimed);
            _busy[claimed.Work.Identity] = _busy.GetValueOrDefault(claimed.Work.Identity) + 1;
        }
    }

    /// <summary>An attempt ended.</summary>
    /// <param name="ended">How.</param>
    /// <param name="stillRuns">Whether the handler runs on all the same: then <see cref="Leave"/> follows.</param>
    public void End(EndedWork ended, bool stillRuns)
    {
        lock (_access)
        {
            _running.Remove(ended.Claimed.Claim);
            _ended.Add(ended);
            if (!stillRuns)
                Free(ended.Claimed);
            if (_running.Count == 0)
                _none?.TrySetResult();
        }
    }

    /// <summary>A handler that was left behind has ended.</summary>
    public void Leave(ClaimedWork claimed)
    {
        lock (_access)
            Free(claimed);
    }

    /// <summary>These are written.</summary>
    public void Forget(IReadOnlyList<EndedWork> written)
    {
        lock (_access)
            _ended.RemoveAll(written.Contains);
    }

    /// <summary>Completes when no attempt is under way.</summary>
    public Task WhenNoneAsync()
    {
        lock (_access)
        {
            if (_running.Count == 0)
                return Task.CompletedTask;
            return (_none = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    private void Free(ClaimedWork claimed)
    {
        if (--_busy[claimed.Work.Identity] == 0)
            _busy.Remove(claimed.Work.Identity);
    }
}
