using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Discord;
using Vexera.Core.Storage;
using Vexera.Core.Storage.Caching;

namespace Vexera.Core.Commands.Nodes;

/// <summary>
/// Permission rules in the database, behind a bounded cache. What the database does not take for now holds in this process and is
/// written when it does.
/// </summary>
internal sealed class NodeRuleStore : INodeRules, IRowReader<GuildNodes>
{
    private readonly DeferredWrites _later;
    private readonly GuildTurns _turns;
    private readonly ILogger<NodeRuleStore> _logger;
    private readonly RowCache<GuildNodes> _rules;
    // What was once held stays until it is changed anew; after it is written it says the same as the database.
    private readonly ConcurrentDictionary<Snowflake, GuildNodes> _unwritten = new();

    public NodeRuleStore(
        IDatabase database, DeferredWrites later, GuildTurns turns, IOptions<CommandsOptions> options, ILogger<NodeRuleStore> logger)
    {
        (_later, _turns, _logger) = (later, turns, logger);
        _rules = new RowCache<GuildNodes>(database, this, GuildNodes.None, options.Value.CachedGuilds);
    }

    /// <inheritdoc/>
    public bool TryGet(Snowflake guildId, [NotNullWhen(true)] out GuildNodes? nodes) => _rules.TryGet(guildId, out nodes);

    /// <inheritdoc/>
    public async ValueTask<GuildNodes?> FindAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        await _rules.FindAsync(guildId, cancellationToken) ?? _unwritten.GetValueOrDefault(guildId);

    /// <inheritdoc/>
    public ValueTask<GuildNodes> ReadAsync(Snowflake guildId, CancellationToken cancellationToken) =>
        _rules.ReadAsync(guildId, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> ChangeAsync(Snowflake guildId, Func<GuildNodes, GuildNodes> change, CancellationToken cancellationToken)
    {
        using var turn = await _turns.EnterAsync(guildId, cancellationToken);
        var before = await ReadAsync(guildId, cancellationToken);
        var after = change(before);
        if (ReferenceEquals(after, before))
            return true;
        _rules.Expect(guildId);
        // Not to be called off half-way: what holds in memory shall be on its way to the disk.
        var isWritten = await _later.WriteAsync(
            KeyOf(guildId), connection => NodeRuleRows.ReplaceAsync(connection, guildId, after), CancellationToken.None);
        if (isWritten)
            _unwritten.TryRemove(guildId, out _);
        else
            _unwritten[guildId] = after;
        _rules.Keep(guildId, after);
        return isWritten;
    }

    /// <inheritdoc/>
    public async Task ReplaceAsync(DbConnection connection, Snowflake guildId, GuildNodes nodes)
    {
        _rules.Expect(guildId);
        await NodeRuleRows.ReplaceAsync(connection, guildId, nodes);
        _later.Drop(KeyOf(guildId));
    }

    /// <inheritdoc/>
    public void Reload(Snowflake guildId)
    {
        _unwritten.TryRemove(guildId, out _);
        _rules.Forget(guildId);
    }

    Task<IEnumerable<Snowflake>> IRowReader<GuildNodes>.ReadOwnersAsync(DbConnection connection) => NodeRuleRows.ReadGuildsAsync(connection);

    async Task<GuildNodes> IRowReader<GuildNodes>.ReadAsync(DbConnection connection, Snowflake owner) =>
        _unwritten.TryGetValue(owner, out var held) ? held : await NodeRuleRows.ReadAsync(connection, owner);

    void IRowReader<GuildNodes>.NoteUnreadable(Exception error) => NodesLog.Unreadable(_logger, error);

    void IRowReader<GuildNodes>.NoteReadable() => NodesLog.Readable(_logger);

    private static string KeyOf(Snowflake guildId) => $"permission nodes of {guildId}";
}
