using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;
using Vexera.Core.Storage;
using Vexera.Core.Storage.Caching;

namespace Vexera.Core.Commands.Settings;

/// <summary>
/// Settings of guilds or users in the database, behind a bounded cache. What the database does not take for now holds in this
/// process and is written when it does.
/// </summary>
internal abstract class SettingsStore : IRowReader<SettingValues>, IDisposable
{
    private readonly SettingsTable _table;
    private readonly DeferredWrites _later;
    private readonly ILogger _logger;
    private readonly RowCache<SettingValues> _settings;
    // What was once held stays until it is set anew; after it is written it says the same as the database.
    private readonly ConcurrentDictionary<(Snowflake Id, string Name), string?> _unwritten = new();
    private readonly SemaphoreSlim _writing = new(1);

    /// <param name="table">Where they are.</param>
    /// <param name="capacity">The most guilds or users kept in memory, at least 2; those who have set nothing do not count.</param>
    /// <param name="database">The database.</param>
    /// <param name="later">Writes what the database does not take now.</param>
    /// <param name="logger">Is told when the database cannot be read.</param>
    protected SettingsStore(SettingsTable table, int capacity, IDatabase database, DeferredWrites later, ILogger logger)
    {
        (_table, _later, _logger) = (table, later, logger);
        _settings = new RowCache<SettingValues>(database, this, SettingValues.Default, capacity);
    }

    /// <summary>The settings if they are at hand, without waiting or allocating.</summary>
    public bool TryGet(Snowflake id, [NotNullWhen(true)] out SettingValues? settings) => _settings.TryGet(id, out settings);

    /// <summary>The settings; the defaults while they cannot be read.</summary>
    public async ValueTask<SettingValues> GetAsync(Snowflake id, CancellationToken cancellationToken) =>
        await _settings.FindAsync(id, cancellationToken) ?? WithUnwritten(id, []);

    /// <summary>The settings, from memory or the database.</summary>
    /// <exception cref="StorageException">They cannot be read.</exception>
    public ValueTask<SettingValues> ReadAsync(Snowflake id, CancellationToken cancellationToken) => _settings.ReadAsync(id, cancellationToken);

    /// <summary>
    /// Sets one, or with null goes back to its default. Later reads see it, also while it cannot be written and is held in memory.
    /// </summary>
    /// <exception cref="StorageException">It could not be written, and too much is held already; nothing changed.</exception>
    public async Task SetAsync(Snowflake id, string name, string? value, CancellationToken cancellationToken)
    {
        _settings.Expect(id);
        await _writing.WaitAsync(cancellationToken);
        try
        {
            var isWritten = await _later.WriteAsync(
                KeyOf(id, name), connection => _table.PutAsync(connection, id, name, value), cancellationToken);
            if (isWritten)
                _unwritten.TryRemove((id, name), out _);
            else
                _unwritten[(id, name)] = value;
            _settings.Forget(id);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Sets one together with what else a transaction writes; after its commit call <see cref="Reload"/>.</summary>
    public async Task SetAsync(DbConnection connection, Snowflake id, string name, string? value)
    {
        _settings.Expect(id);
        await _table.PutAsync(connection, id, name, value);
        _later.Drop(KeyOf(id, name));
    }

    /// <summary>Has later reads see what a transaction wrote.</summary>
    public void Reload(Snowflake id, IEnumerable<string> names)
    {
        foreach (var name in names)
            _unwritten.TryRemove((id, name), out _);
        _settings.Forget(id);
    }

    /// <inheritdoc/>
    public void Dispose() => _writing.Dispose();

    Task<IEnumerable<Snowflake>> IRowReader<SettingValues>.ReadOwnersAsync(DbConnection connection) => _table.ReadOwnersAsync(connection);

    async Task<SettingValues> IRowReader<SettingValues>.ReadAsync(DbConnection connection, Snowflake owner) =>
        WithUnwritten(owner, await _table.ReadAsync(connection, owner));

    void IRowReader<SettingValues>.NoteUnreadable(Exception error) => CommandsLog.SettingsUnreadable(_logger, error);

    void IRowReader<SettingValues>.NoteReadable() => CommandsLog.SettingsReadable(_logger);

    private string KeyOf(Snowflake id, string name) => $"{_table.Owner} {id}: {name}";

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
}
