using System.Collections.Concurrent;
using System.Text.Json;
using Vexera.Sandbox.Gateway.Protocol;
using Vexera.Sandbox.Gateway.Rules;
using Vexera.Sandbox.Gateway.Sessions;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Gateway.Handlers;

/// <summary>Sends members in chunks. <see href="https://discord.com/developers/docs/events/gateway-events#request-guild-members"/></summary>
internal sealed class GuildMembersHandler(GatewayServices services)
{
    private const int ChunkSize = 1_000;
    private const int MostByQuery = 100;
    private const int LongestNonce = 32;
    private static readonly TimeSpan WholeListPause = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(ulong User, ulong Guild), DateTimeOffset> _wholeLists = [];

    public void Handle(GatewaySession session, JsonElement data)
    {
        var guildId = data.TryGetProperty("guild_id", out var id) ? OneId(id) : throw ClientFrame.Undecodable("guild_id is missing");
        if (!session.Shard.Owns(guildId) || !services.World.Guilds.IsMember(guildId, session.User.Id))
        {
            services.Stats.RecordViolation("members-guild", $"guild {guildId} is not on shard {session.Shard}", $"session {session.Id}");
            return;
        }

        var guild = services.World.Guilds.Get(guildId);
        var nonce = data.TryGetProperty("nonce", out var given) && given.ValueKind == JsonValueKind.String && given.GetString()!.Length <= LongestNonce
            ? given.GetString()
            : null;
        if (data.TryGetProperty("user_ids", out var users) && users.ValueKind is not JsonValueKind.Null)
        {
            var wanted = users.ValueKind == JsonValueKind.Array ? users.EnumerateArray().Select(GuildExtrasHandler.Id).ToArray() : [GuildExtrasHandler.Id(users)];
            Send(session, guild, [.. wanted.Take(MostByQuery).Select(one => guild.Members.GetValueOrDefault(one)).OfType<Member>()],
                [.. wanted.Where(one => !guild.Members.ContainsKey(one))], nonce);
        }
        else if (Query(data) is var (query, limit) && (query.Length > 0 || limit > 0 || MaySendAll(session, guildId, nonce)))
        {
            Send(session, guild, Matching(guild, query, limit), [], nonce);
        }
    }

    private static ulong OneId(JsonElement id) =>
        GuildExtrasHandler.Id(id.ValueKind == JsonValueKind.Array && id.GetArrayLength() == 1 ? id[0] : id);

    private static (string Query, int Limit) Query(JsonElement data)
    {
        if (!data.TryGetProperty("query", out var query) || query.ValueKind != JsonValueKind.String)
        {
            throw ClientFrame.Undecodable("one of query and user_ids is needed");
        }

        return data.TryGetProperty("limit", out var limit) && ClientFrame.Integer(limit) is { } most and >= 0
            ? (query.GetString()!, most)
            : throw ClientFrame.Undecodable("limit must be 0 or more");
    }

    private static Member[] Matching(Guild guild, string query, int limit)
    {
        var found = guild.Members.Values
            .Where(member => member.User.Username.StartsWith(query, StringComparison.OrdinalIgnoreCase)
                || member.DisplayName.StartsWith(query, StringComparison.OrdinalIgnoreCase))
            .OrderBy(member => member.User.Id);
        return query.Length == 0 && limit == 0 ? [.. found] : [.. found.Take(limit == 0 ? MostByQuery : Math.Min(limit, MostByQuery))];
    }

    private bool MaySendAll(GatewaySession session, ulong guildId, string? nonce)
    {
        if (!session.Intents.HasFlag(GatewayIntents.GuildMembers))
        {
            services.Stats.RecordViolation("members-intent", "the whole member list needs the GUILD_MEMBERS intent", $"session {session.Id}");
            return false;
        }

        var now = services.Clock.GetUtcNow();
        var wait = _wholeLists.TryGetValue((session.User.Id, guildId), out var last) ? last + WholeListPause - now : TimeSpan.Zero;
        if (wait <= TimeSpan.Zero)
        {
            _wholeLists[(session.User.Id, guildId)] = now;
            return true;
        }

        services.Stats.RecordViolation("members-rate", $"the whole list of guild {guildId} again, {wait.TotalSeconds:F1} s too early", $"session {session.Id}");
        session.Append(RateLimited(guildId, wait, nonce));
        return false;
    }

    private static void Send(GatewaySession session, Guild guild, Member[] members, ulong[] notFound, string? nonce)
    {
        var chunks = members.Length == 0 ? [[]] : members.Chunk(ChunkSize).ToArray();
        for (var index = 0; index < chunks.Length; index++)
        {
            session.Append(Chunk(guild.Id, chunks[index], index, chunks.Length, notFound, nonce));
        }
    }

    private static WorldEvent Chunk(ulong guildId, Member[] members, int index, int count, ulong[] notFound, string? nonce) =>
        new("GUILD_MEMBERS_CHUNK", (json, _) =>
        {
            json.WriteStartObject();
            json.WriteId("guild_id", guildId);
            json.WriteArray("members", members, MemberJson.Write);
            json.WriteNumber("chunk_index", index);
            json.WriteNumber("chunk_count", count);
            json.WriteIds("not_found", notFound);
            if (nonce is not null)
            {
                json.WriteString("nonce", nonce);
            }

            json.WriteEndObject();
        })
        { GuildId = guildId };

    private static WorldEvent RateLimited(ulong guildId, TimeSpan wait, string? nonce) => new("RATE_LIMITED", (json, _) =>
    {
        json.WriteStartObject();
        json.WriteNumber("opcode", (int)GatewayOpcode.RequestGuildMembers);
        json.WriteNumber("retry_after", wait.TotalSeconds);
        json.WriteStartObject("meta");
        json.WriteId("guild_id", guildId);
        if (nonce is not null)
        {
            json.WriteString("nonce", nonce);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    })
    { GuildId = guildId };
}
