using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Dapper;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Discord;
using Vexera.Core.Storage;

namespace Vexera.Core.Commands.Settings;

/// <summary>
/// Settings of guilds in the database, behind a bounded cache. Which guilds have set anything is known in memory (about 60 bytes
/// each), so that the many that have not cost no query, however many they are. What the database does not take for now holds in
/// this process and is written when it does.
/// </summary>
internal sealed class GuildSettingsStore(
    IDatabase database, DeferredWrites later, IOptions<CommandsOptions> options, ILogger<GuildSettingsStore> logger)
    : IGuildSettings, IDisposable
{
    private const string Clear = "DELETE FROM guild_settings WHERE guild_id = @guildId AND name = @name";
    private const string Put =
        """
        INSERT INTO guild_settings (guild_id, name, value) VALUES (@guildId, @name, @value)
        ON CONFLICT (guild_id, name) DO UPDATE SET value = excluded.value
        """;

    private readonly GenerationalCache<Snowflake, GuildSettings> _cache = new(options.Value.CachedGuilds);
    // Never fewer than have a row, once loaded; some may have gone back to the defaults.
    private readonly ConcurrentDictionary<Snowflake, byte> _withSettings = new();
    private readonly ConcurrentDictionary<(Snowflake GuildId, string Name), string?> _unwritten = new();
    private readonly SemaphoreSlim _writing = new(1);
    private long _writes;
    private volatile bool _loaded;
    private volatile bool _unreadable;

    /// <inheritdoc/>
    public bool TryGet(Snowflake guildId, [NotNullWhen(true)] out GuildSettings? settings)
    {
        if (!_loaded || _withSettings.ContainsKey(guildId))
            return _cache.TryGet(guildId, out settings);
        settings = GuildSettings.Default;
        return true;
    }

    /// <inheritdoc/>
    public ValueTask<GuildSettings> GetAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        TryGet(guildId, out var settings) ? ValueTask.FromResult(settings) : ReadAsync(guildId, cancellationToken);

    /// <inheritdoc/>
    public async Task SetAsync(Snowflake guildId, string name, string? value, CancellationToken cancellationToken)
    {
        _withSettings.TryAdd(guildId, 0);
        await _writing.WaitAsync(cancellationToken);
        try
        {
            var isWritten = await later.WriteAsync(
                $"setting {name} of {guildId}",
                connection => connection.ExecuteAsync(value is null ? Clear : Put, new { guildId, name, value }),
                cancellationToken);
            if (isWritten)
                _unwritten.TryRemove((guildId, name), out _);
            else
                _unwritten[(guildId, name)] = value;
            Interlocked.Increment(ref _writes);
            _cache.Remove(guildId);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _writing.Dispose();

    // A read that a write overtook is not kept: it may be of before.
    private async ValueTask<GuildSettings> ReadAsync(Snowflake guildId, CancellationToken cancellationToken)
    {
        var writes = Interlocked.Read(ref _writes);
        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            if (!_loaded)
            {
                foreach (var known in await connection.QueryAsync<Snowflake>("SELECT DISTINCT guild_id FROM guild_settings"))
                    _withSettings.TryAdd(known, 0);
                _loaded = true;
            }

            var rows = await connection.QueryAsync<(string Name, string Value)>(
                "SELECT name, value FROM guild_settings WHERE guild_id = @guildId", new { guildId });
            var settings = WithUnwritten(guildId, rows);
            if (Interlocked.Read(ref _writes) == writes)
                _cache.Set(guildId, settings);
            NoteReadable();
            return settings;
        }
        catch (Exception e) when (e is StorageException or DbException)
        {
            NoteUnreadable(e);
            return WithUnwritten(guildId, []);
        }
    }

    // What was once held stays here until it is set anew; after it is written it says the same as the database.
    private GuildSettings WithUnwritten(Snowflake guildId, IEnumerable<(string Name, string Value)> rows)
    {
        var values = rows.ToDictionary(row => row.Name, row => row.Value, StringComparer.Ordinal);
        foreach (var ((_, name), value) in _unwritten.Where(entry => entry.Key.GuildId == guildId))
        {
            values.Remove(name);
            if (value is not null)
                values[name] = value;
        }

        return values.Count == 0 ? GuildSettings.Default : new GuildSettings(values);
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
