using Dapper;
using Vexera.Core.Discord;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Greeting;

/// <summary>
/// Who was thanked. The database decides: a claim is one INSERT that does nothing where a row is, so that of all who race one
/// wins. The ids are also held in memory (about 20 bytes each), so that a guild that is settled costs no query.
/// </summary>
/// <remarks>
/// A process that dies between claim and message leaves a row "claimed". Only a later process takes it up, only within a minute,
/// and with the channel and nonce of the first try, so that Discord itself drops the second message if the first arrived. After
/// that minute Discord may have forgotten the nonce, and nothing is said: rather never than twice.
/// </remarks>
internal sealed class ThanksLedger(IDatabase database, DeferredWrites later, TimeProvider time) : IDisposable
{
    /// <summary>How long after a claim another process may take it up; Discord remembers nonces for a few minutes.</summary>
    public static readonly TimeSpan TakeUpWithin = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _loading = new(1);
    private readonly Lock _access = new();
    private readonly HashSet<Snowflake> _settled = [];
    private readonly Dictionary<Snowflake, Snowflake> _unfinished = [];
    private volatile bool _loaded;

    /// <summary>Reads the ledger unless that is done.</summary>
    public async ValueTask LoadAsync(CancellationToken cancellationToken)
    {
        if (_loaded)
            return;
        await _loading.WaitAsync(cancellationToken);
        try
        {
            if (!_loaded)
                await ReadAsync(cancellationToken);
            _loaded = true;
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>Whether the guild needs no more thought. False until <see cref="LoadAsync"/> has run.</summary>
    public bool IsSettled(Snowflake guildId)
    {
        lock (_access)
            return _settled.Contains(guildId);
    }

    /// <summary>Settles the guild in memory; true for the first who does so.</summary>
    public bool Settle(Snowflake guildId)
    {
        lock (_access)
            return _settled.Add(guildId);
    }

    /// <summary>Takes up what an earlier process left unfinished; true for the first who does so.</summary>
    /// <param name="guildId">The guild.</param>
    /// <param name="channelId">The channel of the first try.</param>
    public bool TryTakeUp(Snowflake guildId, out Snowflake channelId)
    {
        lock (_access)
            return _unfinished.Remove(guildId, out channelId) && _settled.Add(guildId);
    }

    /// <summary>Claims the guild; true for one caller ever.</summary>
    public async Task<bool> ClaimAsync(Snowflake guildId, Snowflake? channelId, CancellationToken cancellationToken)
    {
        var rows = await database.WriteAsync(
            connection => connection.ExecuteAsync(
                """
                INSERT INTO thanks (guild_id, outcome, channel_id, decided_at) VALUES (@guildId, @outcome, @channelId, @now)
                ON CONFLICT (guild_id) DO NOTHING
                """,
                new { guildId, outcome = ThanksOutcome.Claimed, channelId, now = time.GetUtcNow() }),
            cancellationToken);
        Settle(guildId);
        return rows == 1;
    }

    /// <summary>Writes down how it went, now or when the database can be written again.</summary>
    public Task CloseAsync(Snowflake guildId, string outcome, CancellationToken cancellationToken) => later.WriteAsync(
        $"thanks of {guildId}",
        connection => connection.ExecuteAsync("UPDATE thanks SET outcome = @outcome WHERE guild_id = @guildId", new { guildId, outcome }),
        cancellationToken);

    /// <summary>Writes down guilds that are never to be thanked, in one transaction; those that have a row keep it.</summary>
    public Task WriteKnownAsync(IReadOnlyCollection<Snowflake> guildIds, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database.WriteAsync(
            connection => connection.ExecuteAsync(
                "INSERT INTO thanks (guild_id, outcome, decided_at) VALUES (@guildId, @outcome, @now) ON CONFLICT (guild_id) DO NOTHING",
                guildIds.Select(guildId => new { guildId, outcome = ThanksOutcome.Known, now })),
            cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _loading.Dispose();

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        // How old a claim is that a clock ahead of this one made, nobody can tell.
        var now = time.GetUtcNow();
        var unfinished = await connection.QueryAsync<(Snowflake Guild, Snowflake Channel)>(
            "SELECT guild_id, channel_id FROM thanks WHERE outcome = @claimed AND decided_at BETWEEN @oldest AND @now AND channel_id IS NOT NULL",
            new { claimed = ThanksOutcome.Claimed, oldest = now - TakeUpWithin, now });
        var settled = await connection.QueryAsync<Snowflake>("SELECT guild_id FROM thanks");
        lock (_access)
        {
            foreach (var (guild, channel) in unfinished)
                _unfinished[guild] = channel;
            foreach (var guild in settled)
            {
                if (!_unfinished.ContainsKey(guild))
                    _settled.Add(guild);
            }
        }
    }
}
