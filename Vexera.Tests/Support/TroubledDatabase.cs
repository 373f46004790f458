using System.Data.Common;
using Vexera.Core.Storage;

namespace Vexera.Tests.Support;

/// <summary>A database that can be made to fail, or to wait, before each use; otherwise the one beneath it.</summary>
internal sealed class TroubledDatabase(IDatabase beneath) : IDatabase
{
    private int _writes;
    private int _reads;

    /// <summary>What every write throws; null for none.</summary>
    public StorageException? WriteFailure { get; set; }

    /// <summary>What every opening to read throws; null for none.</summary>
    public StorageException? ReadFailure { get; set; }

    /// <summary>Awaited before each write; a test completes it when it wants.</summary>
    public Func<Task> BeforeWrite { get; set; } = () => Task.CompletedTask;

    /// <summary>How many writes were tried.</summary>
    public int Writes => Volatile.Read(ref _writes);

    /// <summary>How many connections to read with were asked for.</summary>
    public int Reads => Volatile.Read(ref _reads);

    public static StorageException Full { get; } = new("/x.db", StorageProblem.DiskFull, "The disk is full.");

    public ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        return ReadFailure is { } failure ? ValueTask.FromException<DbConnection>(failure) : beneath.OpenAsync(cancellationToken);
    }

    public async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _writes);
        await BeforeWrite();
        if (WriteFailure is { } failure)
            throw failure;
        return await beneath.WriteAsync(work, cancellationToken);
    }
}
