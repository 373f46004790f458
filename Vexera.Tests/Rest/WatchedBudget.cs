using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Rest.RateLimits;

namespace Vexera.Tests.Rest;

/// <summary>Watches which requests are on their way, so that the clock moves only while none is.</summary>
internal sealed class WatchedBudget(IRestBudget budget, FakeTimeProvider clock) : IRestBudget, IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);
    private readonly SemaphoreSlim _quiet = new(0);
    private readonly ConcurrentDictionary<Task, bool> _asked = [];
    private int _onTheWay;

    // Granted but not yet taken up counts too: the thread that goes on with it has not come to it.
    private bool IsQuiet => Volatile.Read(ref _onTheWay) == 0 && !_asked.Keys.Any(asked => asked.IsCompleted);

    public async ValueTask<IRestPermit> AcquireAsync(RestCall call, CancellationToken cancellationToken)
    {
        var asked = budget.AcquireAsync(call, cancellationToken).AsTask();
        _asked[asked] = true;
        try
        {
            var permit = await asked;
            Interlocked.Increment(ref _onTheWay);
            return new Permit(this, permit);
        }
        finally
        {
            _asked.TryRemove(asked, out _);
        }
    }

    /// <summary>Lets time pass, whenever nothing is on its way, until the work is done.</summary>
    public async Task WhileAsync(Task work)
    {
        while (!work.IsCompleted)
        {
            if (Volatile.Read(ref _onTheWay) > 0)
                await Task.WhenAny(work, _quiet.WaitAsync(TestContext.Current.CancellationToken));
            else if (IsQuiet)
                clock.Advance(Step);
            // To the end of the queue: whoever was woken goes first.
            await Task.Factory.StartNew(() => { }, CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default);
        }

        await work;
    }

    public void Dispose() => _quiet.Dispose();

    private sealed class Permit(WatchedBudget owner, IRestPermit permit) : IRestPermit
    {
        public ValueTask CompleteAsync(RateLimitAnswer answer) => permit.CompleteAsync(answer);

        public async ValueTask DisposeAsync()
        {
            await permit.DisposeAsync();
            if (Interlocked.Decrement(ref owner._onTheWay) == 0)
                owner._quiet.Release();
        }
    }
}
