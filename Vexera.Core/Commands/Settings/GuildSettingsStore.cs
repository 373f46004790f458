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
/// each), so that the many that have not cost no query, however many they are.
/// </summary>
internal sealed class GuildSettingsStore(IDatabase database, IOptions<CommandsOptions> options, ILogger<GuildSettingsStore> logger)
    : IGuildSettings, IDisposable
{
    private readonly GenerationalCache<Snowflake, GuildSettings> _cache = new(options.Value.CachedGuilds);
    // Never fewer than have a row, once loaded; some may have gone back to the defaults.
    private readonly ConcurrentDictionary<Snowflake, byte> _withSettings = new();
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
            await using var connection = await database.OpenAsync(cancellationToken);
            await connection.ExecuteAsync(
                value is null
                    ? "DELETE FROM guild_settings WHERE guild_id = @guildId AND name = @name"
                    : """
                      INSERT INTO guild_settings (guild_id, name, value) VALUES (@guildId, @name, @value)
                      ON CONFLICT (guild_id, name) DO UPDATE SET value = excluded.value
                      """,
                new { guildId, name, value });
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
            var values = rows.Select(row => KeyValuePair.Create(row.Name, row.Value)).ToList();
            var settings = values.Count == 0 ? GuildSettings.Default : new GuildSettings(values);
            if (Interlocked.Read(ref _writes) == writes)
                _cache.Set(guildId, settings);
            NoteReadable();
            return settings;
        }
        catch (Exception e) when (e is StorageException or DbException)
        {
            NoteUnreadable(e);
            return GuildSettings.Default;
        }
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
