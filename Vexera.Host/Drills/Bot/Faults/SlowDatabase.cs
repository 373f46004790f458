using System.Data.Common;
using Vexera.Core.Storage;

namespace Vexera.Host.Drills.Bot.Faults;

/// <summary>How much longer than it should the disk takes for each transaction and each read.</summary>
internal sealed class DiskDelay
{
    private long _ticks;

    /// <summary>How much longer; zero for a quick disk.</summary>
    public TimeSpan Length
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));
        set => Interlocked.Exchange(ref _ticks, value.Ticks);
    }

    /// <summary>Keeps the thread that calls, as SQLite keeps it while the system works.</summary>
    public void Wait()
    {
        using var never = new ManualResetEventSlim();
        if (Length > TimeSpan.Zero)
            never.Wait(Length);
    }
}

/// <summary>The database on a slow disk: a transaction holds the writer for as long as its commit takes, and who reads waits too.</summary>
/// <param name="inner">The database; this disposes it.</param>
/// <param name="delay">How slow the disk is.</param>
internal sealed class SlowDatabase(IDatabase inner, DiskDelay delay) : IDatabase, IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        delay.Wait();
        return inner.OpenAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken) => inner.WriteAsync(
        async connection =>
        {
            var result = await work(connection);
            delay.Wait();
            return result;
        },
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (inner is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }
}
