using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Discord;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Ends;
using Vexera.Core.Modules.Moderation.Punishments;
using Vexera.Core.Storage;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Model;

namespace Vexera.Benchmarks.Punishments;

/// <summary>Bans of the simulator, with their cases in the bot's database, that all end at one instant.</summary>
internal sealed class DueBans : IDisposable
{
    private const int InOneTransaction = 2_000;
    private const string Reason = "benchmark";
    private readonly SandboxWorld _world;
    private readonly ulong _botId;
    private readonly ulong[] _guilds;
    private readonly IDisposable _subscription;
    private int _made;
    private int _lifted;

    /// <param name="world">The simulator's world.</param>
    /// <param name="botId">Who banned.</param>
    public DueBans(SandboxWorld world, ulong botId)
    {
        (_world, _botId, _guilds) = (world, botId, [.. world.Guilds.Of(botId)]);
        _subscription = world.Subscribe(Hear);
    }

    /// <summary>How many were lifted so far.</summary>
    public int Lifted => Volatile.Read(ref _lifted);

    /// <summary>How many there are still.</summary>
    public int Left => _made - Lifted;

    /// <summary>
    /// Makes them: each of the bot's guilds has its turn, so that what falls due one after the other is of different guilds, as with
    /// a bot whose moderators know nothing of each other.
    /// </summary>
    /// <param name="bot">The services of a bot that does not run.</param>
    /// <param name="count">How many.</param>
    /// <param name="endsAt">When all of them end.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task MakeAsync(IServiceProvider bot, int count, DateTimeOffset endsAt, CancellationToken cancellationToken)
    {
        var database = bot.GetRequiredService<IDatabase>();
        await using (await database.OpenAsync(cancellationToken))
        {
            // The tables are there now.
        }

        var bans = Enumerable.Range(_made, count)
            .Select(index => (Guild: _guilds[index % _guilds.Length], User: new User(_world.NextId(), $"banned{index}"))).ToArray();
        foreach (var some in bans.Chunk(InOneTransaction))
        {
            await database.WriteAsync(
                async connection =>
                {
                    foreach (var (guild, user) in some)
                        await WriteAsync(connection, bot.GetRequiredService<ModerationWork>(), new Snowflake(guild), user, endsAt);
                    return some.Length;
                },
                cancellationToken);
        }

        foreach (var guild in bans.GroupBy(ban => ban.Guild, ban => new KeyValuePair<ulong, Ban>(ban.User.Id, new Ban(ban.User, Reason))))
            _world.Guilds.Place(_world.Guilds.Get(guild.Key) with { Bans = _world.Guilds.Get(guild.Key).Bans.AddRange(guild) });
        _made += count;
    }

    /// <summary>
    /// How many bans are not the same in the simulator and in the database, each counted for the open case, for who is punished and
    /// for the work that ends it.
    /// </summary>
    public async Task<int> CountDifferencesAsync(IDatabase database, CancellationToken cancellationToken)
    {
        var there = _guilds.SelectMany(guild => _world.Guilds.Get(guild).Bans.Keys.Select(user => $"{guild}/{user}")).ToHashSet();
        await using var connection = await database.OpenAsync(cancellationToken);
        var differences = 0;
        foreach (var sql in (string[])
            [
                "SELECT guild_id || '/' || target_id FROM moderation_cases WHERE type = 'Ban' AND closed_at IS NULL",
                "SELECT guild_id || '/' || user_id FROM moderation_punishments WHERE kind = 'ban'",
                $"SELECT work_key FROM due_work WHERE kind = '{ModerationWork.BanKind}'",
            ])
        {
            var known = (await connection.QueryAsync<string>(sql)).ToHashSet();
            known.SymmetricExceptWith(there);
            differences += known.Count;
        }

        return differences;
    }

    public void Dispose() => _subscription.Dispose();

    private async Task WriteAsync(DbConnection connection, ModerationWork work, Snowflake guild, User user, DateTimeOffset endsAt)
    {
        var target = new Snowflake(user.Id);
        var draft = new CaseDraft
        {
            GuildId = guild,
            Type = CaseType.Ban,
            TargetId = target,
            TargetName = user.Username,
            ModeratorId = new Snowflake(_botId),
            Reason = Reason,
            EndsAt = endsAt,
        };
        var number = await CaseInsertion.InsertAsync(connection, draft, _world.Now);
        var punishment = new Punishment(guild, target, PunishmentKind.Ban, number, endsAt);
        await PunishmentRow.SetAsync(connection, punishment);
        await work.SetAsync(connection, punishment);
    }

    private void Hear(WorldEvent happened)
    {
        if (happened.Name == "GUILD_BAN_REMOVE")
            Interlocked.Increment(ref _lifted);
    }
}
