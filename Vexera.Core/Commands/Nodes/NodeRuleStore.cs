using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Discord;
using Vexera.Core.Storage;

namespace Vexera.Core.Commands.Nodes;

/// <summary>
/// Permission rules in the database, behind a bounded cache. Which guilds have any is known in memory (about 60 bytes each), so
/// that the many that have none cost no query, however many they are. What the database does not take for now holds in this
/// process and is written when it does.
/// </summary>
internal sealed class NodeRuleStore(
    IDatabase database, DeferredWrites later, GuildTurns turns, IOptions<CommandsOptions> options, ILogger<NodeRuleStore> logger) : INodeRules
{
    private readonly GenerationalCache<Snowflake, GuildNodes> _cache = new(options.Value.CachedGuilds);
    // Never fewer than have a row, once loaded; some may have none any more.
    private readonly ConcurrentDictionary<Snowflake, byte> _withRules = new();
    private readonly ConcurrentDictionary<Snowflake, GuildNodes> _unwritten = new();
    private readonly Lock _keeping = new();
    private long _changes;
    private volatile bool _loaded;
    private volatile bool _unreadable;

    /// <inheritdoc/>
    public bool TryGet(Snowflake guildId, [NotNullWhen(true)] out GuildNodes? nodes)
    {
        if (!_loaded || _withRules.ContainsKey(guildId))
            return _cache.TryGet(guildId, out nodes);
        nodes = GuildNodes.None;
        return true;
    }

    /// <inheritdoc/>
    public ValueTask<GuildNodes> GetAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        TryGet(guildId, out var nodes) ? ValueTask.FromResult(nodes) : ReadOrNoneAsync(guildId, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> ChangeAsync(Snowflake guildId, Func<GuildNodes, GuildNodes> change, CancellationToken cancellationToken)
    {
        using var turn = await turns.EnterAsync(guildId, cancellationToken);
        var before = await ReadAsync(guildId, cancellationToken);
        var after = change(before);
        if (ReferenceEquals(after, before))
            return true;
        _withRules.TryAdd(guildId, 0);
        // Not to be called off half-way: what holds in memory shall be on its way to the disk.
        var isWritten = await later.WriteAsync(
            KeyOf(guildId), connection => NodeRuleRows.ReplaceAsync(connection, guildId, after), CancellationToken.None);
        if (isWritten)
            _unwritten.TryRemove(guildId, out _);
        else
            _unwritten[guildId] = after;
        Keep(guildId, after);
        return isWritten;
    }

    /// <inheritdoc/>
    public ValueTask<GuildNodes> ReadAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        TryGet(guildId, out var nodes) ? ValueTask.FromResult(nodes) : FetchAsync(guildId, cancellationToken);

    /// <inheritdoc/>
    public async Task ReplaceAsync(DbConnection connection, Snowflake guildId, GuildNodes nodes)
    {
        _withRules.TryAdd(guildId, 0);
        await NodeRuleRows.ReplaceAsync(connection, guildId, nodes);
        later.Drop(KeyOf(guildId));
    }

    /// <inheritdoc/>
    public void Reload(Snowflake guildId)
    {
        _unwritten.TryRemove(guildId, out _);
        lock (_keeping)
        {
            _changes++;
            _cache.Remove(guildId);
        }
    }

    private static string KeyOf(Snowflake guildId) => $"permission nodes of {guildId}";

    private async ValueTask<GuildNodes> ReadOrNoneAsync(Snowflake guildId, CancellationToken cancellationToken)
    {
        try
        {
            var nodes = await FetchAsync(guildId, cancellationToken);
            Note(readable: true, null);
            return nodes;
        }
        catch (Exception e) when (e is StorageException or DbException)
        {
            Note(readable: false, e);
            return _unwritten.GetValueOrDefault(guildId, GuildNodes.None);
        }
    }

    private async ValueTask<GuildNodes> FetchAsync(Snowflake guildId, CancellationToken cancellationToken)
    {
        var changes = Interlocked.Read(ref _changes);
        await using var connection = await database.OpenAsync(cancellationToken);
        if (!_loaded)
        {
            foreach (var known in await NodeRuleRows.ReadGuildsAsync(connection))
                _withRules.TryAdd(known, 0);
            _loaded = true;
        }

        // What was once held stays until it is changed anew; after it is written it says the same as the database.
        var nodes = _unwritten.TryGetValue(guildId, out var held) ? held : await NodeRuleRows.ReadAsync(connection, guildId);
        KeepUnlessChanged(guildId, nodes, changes);
        return nodes;
    }

    private void Keep(Snowflake guildId, GuildNodes nodes)
    {
        lock (_keeping)
        {
            _changes++;
            _cache.Set(guildId, nodes);
        }
    }

    // A read that a change overtook is not kept: it may be of before.
    private void KeepUnlessChanged(Snowflake guildId, GuildNodes nodes, long changes)
    {
        lock (_keeping)
        {
            if (_changes == changes)
                _cache.Set(guildId, nodes);
        }
    }

    private void Note(bool readable, Exception? error)
    {
        if (_unreadable == !readable)
            return;
        _unreadable = !readable;
        if (readable)
            NodesLog.Readable(logger);
        else
            NodesLog.Unreadable(logger, error!);
    }
}
