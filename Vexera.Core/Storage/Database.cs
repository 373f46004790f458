using System.Data;
using System.Data.Common;
using Dapper;

namespace Vexera.Core.Storage;

/// <summary>
/// The database over one engine: made ready by its first use, written by one at a time, and watched by
/// <see cref="StorageHealth"/>.
/// </summary>
/// <param name="engine">SQLite or PostgreSQL; this disposes it.</param>
/// <param name="health">Told how writing goes.</param>
internal sealed class Database(IDatabaseEngine engine, StorageHealth health) : IDatabase, IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private DbConnection? _writer;
    private volatile bool _ready;
    private int _disposed;

    static Database() => ColumnTypes.Register();

    /// <inheritdoc/>
    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
        if (!_ready)
            await MakeReadyAsync(cancellationToken);
        try
        {
            return await engine.OpenAsync(cancellationToken);
        }
        catch (Exception e) when (engine.Explain(e) is { } failure)
        {
            health.NoteFailure(failure);
            throw failure;
        }
    }

    /// <inheritdoc/>
    // SQLite works on the thread that calls, and may wait for a lock there: never on that of a shard or a handler.
    public Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken) =>
        Task.Run(() => WriteInTurnAsync(work, cancellationToken), cancellationToken);

    /// <summary>Waits for the write that is under way, then gives the database up.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        await _turn.WaitAsync();
        await DropWriterAsync();
        await engine.DisposeAsync();
        _turn.Dispose();
    }

    private async Task MakeReadyAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await PrepareAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (_ready)
            return;
        try
        {
            _writer = await engine.PrepareAsync(cancellationToken);
            _ready = true;
        }
        catch (Exception e) when (engine.Explain(e) is { } failure)
        {
            throw failure;
        }
    }

    private async Task<T> WriteInTurnAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await PrepareAsync(cancellationToken);
            var result = await TransactAsync(work, cancellationToken);
            health.NoteSuccess();
            return result;
        }
        catch (Exception e) when (_ready && engine.Explain(e) is { } failure)
        {
            health.NoteFailure(failure);
            throw failure;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<T> TransactAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        var writer = _writer ??= await engine.OpenWriterAsync(cancellationToken);
        try
        {
            // Statements of one word Dapper would take for names of procedures.
            await writer.ExecuteAsync(engine.Begin);
            var result = await work(writer);
            await writer.ExecuteAsync("COMMIT TRANSACTION");
            return result;
        }
        catch
        {
            await TakeBackAsync(writer);
            throw;
        }
    }

    // A connection that cannot even do this has lost its transaction already, as after a full disk, or itself. Dapper would open
    // a closed one again, for this statement only.
    private async Task TakeBackAsync(DbConnection writer)
    {
        try
        {
            if (writer.State == ConnectionState.Open)
                await writer.ExecuteAsync("ROLLBACK TRANSACTION");
        }
        catch (Exception e) when (e is DbException or InvalidOperationException)
        {
            await DropWriterAsync();
        }

        if (writer.State != ConnectionState.Open)
            await DropWriterAsync();
    }

    private async Task DropWriterAsync()
    {
        if (_writer is { } writer)
            await engine.CloseWriterAsync(writer);
        _writer = null;
    }
}
