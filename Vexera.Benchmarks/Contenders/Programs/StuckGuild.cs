namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>The first guild that asks; its handler is stuck until it is freed.</summary>
/// <param name="how">How it is stuck.</param>
internal sealed class StuckGuild(StuckHow how) : IDisposable
{
    private readonly ManualResetEventSlim _freed = new();
    private readonly TaskCompletionSource _freedToo = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ulong _guild;

    /// <summary>Whether it is this guild.</summary>
    /// <param name="guild">The guild's id.</param>
    /// <param name="isFirst">Whether it becomes it now.</param>
    public bool Has(ulong guild, out bool isFirst)
    {
        var was = Interlocked.CompareExchange(ref _guild, guild, 0);
        isFirst = was == 0;
        return isFirst || was == guild;
    }

    /// <summary>Waits until freed, with the thread or without.</summary>
    public async ValueTask StayAsync()
    {
        if (how == StuckHow.HoldingItsThread)
            _freed.Wait();
        else
            await _freedToo.Task;
        _left.SetResult();
    }

    /// <summary>Frees it, and completes when it has gone on.</summary>
    public Task FreeAsync()
    {
        _freed.Set();
        _freedToo.SetResult();
        return _guild == 0 ? Task.CompletedTask : _left.Task;
    }

    public void Dispose() => _freed.Dispose();
}
