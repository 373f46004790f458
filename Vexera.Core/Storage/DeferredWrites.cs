using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Vexera.Core.Storage;

/// <summary>
/// Writes that may come later: made at once where the database takes them, else held in memory, the last one for each key, and
/// tried again until it does. While the database is in trouble this also tries whether it still is.
/// </summary>
internal sealed class DeferredWrites : BackgroundService
{
    /// <summary>How often is tried again.</summary>
    public static readonly TimeSpan RetryEvery = TimeSpan.FromSeconds(5);

    /// <summary>How many may wait; who comes then gets the failure.</summary>
    public const int Most = 10_000;

    // Changes nothing, but has to be written.
    private const string Probe = "UPDATE installation SET created_at = created_at";

    private readonly IDatabase _database;
    private readonly StorageHealth _health;
    private readonly TimeProvider _time;
    private readonly ILogger<DeferredWrites> _logger;
    private readonly Lock _access = new();
    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly Dictionary<string, Func<DbConnection, Task>> _held = [];

    public DeferredWrites(IDatabase database, StorageHealth health, TimeProvider time, ILogger<DeferredWrites> logger)
    {
        (_database, _health, _time, _logger) = (database, health, time, logger);
        health.Changed += OnChanged;
    }

    /// <summary>How many wait.</summary>
    public int Count
    {
        get
        {
            lock (_access)
                return _held.Count;
        }
    }

    /// <summary>Writes now, or as soon as the database takes it.</summary>
    /// <param name="key">What is written; of two writes with one key only the later counts. Callers take turns on a key.</param>
    /// <param name="write">Writes within a transaction; may run again.</param>
    /// <param name="cancellationToken">Ends the wait; what was held before stays.</param>
    /// <returns>True when it is written, false when it is held.</returns>
    /// <exception cref="StorageException">Nothing can be written, and too much is held already.</exception>
    public async Task<bool> WriteAsync(string key, Func<DbConnection, Task> write, CancellationToken cancellationToken)
    {
        try
        {
            await _database.WriteAsync(
                async connection =>
                {
                    await write(connection);
                    // Within the turn, so that an older one cannot be written after this.
                    Drop(key);
                },
                cancellationToken);
            return true;
        }
        catch (StorageException) when (TryHold(key, write))
        {
            Wake();
            return false;
        }
    }

    /// <summary>Forgets what is held for a key: a transaction that is under way writes something newer.</summary>
    public void Drop(string key)
    {
        lock (_access)
            _held.Remove(key);
    }

    /// <summary>Tries once more to write what is held.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (Count > 0 && !await TryWriteHeldAsync(cancellationToken))
            StorageLog.Lost(_logger, Count, _health.Trouble?.Reason ?? "");
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _health.Changed -= OnChanged;
        base.Dispose();
        _wake.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await _wake.WaitAsync(stoppingToken);
            while (Count > 0 || _health.Trouble is not null)
            {
                await Task.Delay(RetryEvery, _time, stoppingToken);
                await TryWriteHeldAsync(stoppingToken);
            }
        }
    }

    private async Task<bool> TryWriteHeldAsync(CancellationToken cancellationToken)
    {
        try
        {
            var held = Held();
            if (held.Length == 0)
                await _database.WriteAsync(connection => connection.ExecuteAsync(Probe), cancellationToken);
            foreach (var (key, write) in held)
                await WriteHeldAsync(key, write, cancellationToken);
            if (held.Length > 0)
                StorageLog.Caught(_logger, held.Length);
            return true;
        }
        catch (StorageException)
        {
            return false;
        }
    }

    private async Task WriteHeldAsync(string key, Func<DbConnection, Task> write, CancellationToken cancellationToken)
    {
        try
        {
            await _database.WriteAsync(
                connection => IsHeld(key, write) ? write(connection) : Task.CompletedTask, cancellationToken);
        }
        catch (DbException e)
        {
            StorageLog.Refused(_logger, e, key);
        }

        lock (_access)
        {
            if (_held.TryGetValue(key, out var now) && now == write)
                _held.Remove(key);
        }
    }

    private KeyValuePair<string, Func<DbConnection, Task>>[] Held()
    {
        lock (_access)
            return [.. _held];
    }

    private bool IsHeld(string key, Func<DbConnection, Task> write)
    {
        lock (_access)
            return _held.TryGetValue(key, out var now) && now == write;
    }

    private bool TryHold(string key, Func<DbConnection, Task> write)
    {
        lock (_access)
        {
            if (_held.Count >= Most && !_held.ContainsKey(key))
                return false;
            _held[key] = write;
            return true;
        }
    }

    private void OnChanged(StorageTrouble? trouble)
    {
        if (trouble is not null)
            Wake();
    }

    private void Wake()
    {
        lock (_access)
        {
            if (_wake.CurrentCount == 0)
                _wake.Release();
        }
    }
}
