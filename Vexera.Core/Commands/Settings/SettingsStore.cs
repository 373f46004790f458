using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Dapper;
using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;
using Vexera.Core.Storage;

namespace Vexera.Core.Commands.Settings;

/// <summary>
/// Settings of guilds or users in the database, behind a bounded cache. Which of them have set anything is known in memory (about
/// 60 bytes each), so that the many that have not cost no query, however many they are. What the database does not take for now
/// holds in this process and is written when it does.
/// </summary>
/// <param name="table">Where they are.</param>
/// <param name="capacity">The most guilds or users kept in memory, at least 2; those who have set nothing do not count.</param>
/// <param name="database">The database.</param>
/// <param name="later">Writes what the database does not take now.</param>
/// <param name="logger">Is told when the database cannot be read.</param>
internal abstract class SettingsStore(SettingsTable table, int capacity, IDatabase database, DeferredWrites later, ILogger logger)
    : IDisposable
{
    private readonly string _clear = $"DELETE FROM {table.Name} WHERE {table.Owner} = @id AND name = @name";
    private readonly string _put =
        $"""
        INSERT INTO {table.Name} ({table.Owner}, name, value) VALUES (@id, @name, @value)
        ON CONFLICT ({table.Owner}, name) DO UPDATE SET value = excluded.value
        """;

    private readonly GenerationalCache<Snowflake, SettingValues> _cache = new(capacity);
    // Never fewer than have a row, once loaded; some may have gone back to the defaults.
    private readonly ConcurrentDictionary<Snowflake, byte> _withSettings = new();
    private readonly ConcurrentDictionary<(Snowflake Id, string Name), string?> _unwritten = new();
    private readonly SemaphoreSlim _writing = new(1);
    private long _writes;
    private volatile bool _loaded;
    private volatile bool _unreadable;

    /// <summary>The settings if they are at hand, without waiting or allocating.</summary>
    public bool TryGet(Snowflake id, [NotNullWhen(true)] out SettingValues? settings)
    {
        if (!_loaded || _withSettings.ContainsKey(id))
            return _cache.TryGet(id, out settings);
        settings = SettingValues.Default;
        return true;
    }

    /// <summary>The settings; the defaults while they cannot be read.</summary>
    public ValueTask<SettingValues> GetAsync(Snowflake id, CancellationToken cancellationToken) =>
        TryGet(id, out var settings) ? ValueTask.FromResult(settings) : FetchOrDefaultAsync(id, cancellationToken);

    /// <summary>The settings, from memory or the database.</summary>
    /// <exception cref="StorageException">They cannot be read.</exception>
    public ValueTask<SettingValues> ReadAsync(Snowflake id, CancellationToken cancellationToken) =>
        TryGet(id, out var settings) ? ValueTask.FromResult(settings) : FetchAsync(id, cancellationToken);

    /// <summary>
    /// Sets one, or with null goes back to its default. Later reads see it, also while it cannot be written and is held in memory.
    /// </summary>
    /// <exception cref="StorageException">It could not be written, and too much is held already; nothing changed.</exception>
    public async Task SetAsync(Snowflake id, string name, string? value, CancellationToken cancellationToken)
    {
        _withSettings.TryAdd(id, 0);
        await _writing.WaitAsync(cancellationToken);
        try
        {
            var isWritten = await later.WriteAsync(
                KeyOf(id, name),
                connection => connection.ExecuteAsync(value is null ? _clear : _put, new { id, name, value }),
                cancellationToken);
            if (isWritten)
                _unwritten.TryRemove((id, name), out _);
            else
                _unwritten[(id, name)] = value;
            Interlocked.Increment(ref _writes);
            _cache.Remove(id);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Sets one together with what else a transaction writes; after its commit call <see cref="Reload"/>.</summary>
    public async Task SetAsync(DbConnection connection, Snowflake id, string name, string? value)
    {
        _withSettings.TryAdd(id, 0);
        await connection.ExecuteAsync(value is null ? _clear : _put, new { id, name, value });
        later.Drop(KeyOf(id, name));
    }

    /// <summary>Has later reads see what a transaction wrote.</summary>
    public void Reload(Snowflake id, IEnumerable<string> names)
    {
        foreach (var name in names)
            _unwritten.TryRemove((id, name), out _);
        Interlocked.Increment(ref _writes);
        _cache.Remove(id);
    }

    /// <inheritdoc/>
    public void Dispose() => _writing.Dispose();

    private string KeyOf(Snowflake id, string name) => $"{table.Owner} {id}: {name}";

    private async ValueTask<SettingValues> FetchOrDefaultAsync(Snowflake id, CancellationToken cancellationToken)
    {
        try
        {
            var settings = await FetchAsync(id, cancellationToken);
            NoteReadable();
            return settings;
        }
        catch (Exception e) when (e is StorageException or DbException)
        {
            NoteUnreadable(e);
            return WithUnwritten(id, []);
        }
    }

    // A read that a write overtook is not kept: it may be of before.
    private async ValueTask<SettingValues> FetchAsync(Snowflake id, CancellationToken cancellationToken)
    {
        var writes = Interlocked.Read(ref _writes);
        await using var connection = await database.OpenAsync(cancellationToken);
        if (!_loaded)
        {
            foreach (var known in await connection.QueryAsync<Snowflake>($"SELECT DISTINCT {table.Owner} FROM {table.Name}"))
                _withSettings.TryAdd(known, 0);
            _loaded = true;
        }

        var rows = await connection.QueryAsync<(string Name, string Value)>(
            $"SELECT name, value FROM {table.Name} WHERE {table.Owner} = @id", new { id });
        var settings = WithUnwritten(id, rows);
        if (Interlocked.Read(ref _writes) == writes)
            _cache.Set(id, settings);
        return settings;
    }

    // What was once held stays here until it is set anew; after it is written it says the same as the database.
    private SettingValues WithUnwritten(Snowflake id, IEnumerable<(string Name, string Value)> rows)
    {
        var values = rows.ToDictionary(row => row.Name, row => row.Value, StringComparer.Ordinal);
        foreach (var ((_, name), value) in _unwritten.Where(entry => entry.Key.Id == id))
        {
            values.Remove(name);
            if (value is not null)
                values[name] = value;
        }

        return values.Count == 0 ? SettingValues.Default : new SettingValues(values);
    }

    private void NoteReadable()
    {
        if (!_unreadable)
            return;
        _unreadable = false;
        CommandsLog.SettingsReadable(logger);
    }

    private void NoteUnreadable(Exception e)
    {
        if (_unreadable)
            return;
        _unreadable = true;
        CommandsLog.SettingsUnreadable(logger, e);
    }
}
