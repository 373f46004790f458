using Microsoft.Data.Sqlite;
using Vexera.Core.State;
using Vexera.Core.State.Records;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Model;

namespace Vexera.Benchmarks.Restarts;

/// <summary>Compares every guild on the bot's disk with what the simulator holds.</summary>
/// <param name="world">The simulator's world.</param>
/// <param name="botId">The bot's account.</param>
internal sealed class StateComparison(SandboxWorld world, ulong botId)
{
    private const int MostDifferences = 20;

    /// <summary>What differs, a line each, the first few; nothing when all is equal.</summary>
    /// <param name="database">The bot's database file.</param>
    public IReadOnlyList<string> Differences(string database)
    {
        var found = new List<string>();
        var known = Read(database);
        foreach (var id in world.Guilds.Of(botId))
        {
            if (!known.Remove(id, out var state))
                found.Add($"{id}: not on disk");
            else if (state is null)
                found.Add($"{id}: its record is empty or damaged");
            else if (Describe(state) is var onDisk && Describe(world.Guilds.Get(id)) is var there && onDisk != there)
                found.Add($"{id}:{Environment.NewLine}  on disk {onDisk}{Environment.NewLine}  there   {there}");
            if (found.Count == MostDifferences)
                return found;
        }

        return [.. found, .. known.Keys.Take(MostDifferences).Select(id => $"{id}: on disk, but the bot is not in it")];
    }

    private static Dictionary<ulong, GuildState?> Read(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT guild_id, record FROM guild_states";
        using var rows = command.ExecuteReader();
        var guilds = new Dictionary<ulong, GuildState?>();
        while (rows.Read())
            guilds.Add(unchecked((ulong)rows.GetInt64(0)), GuildRecord.TryDecode(rows.GetFieldValue<byte[]>(1), out var state) ? state : null);
        return guilds;
    }

    private static string Describe(GuildState guild) => Describe(
        guild.Name,
        guild.OwnerId.Value,
        guild.MemberCount,
        guild.Available,
        guild.Roles.Values.Select(role => Role(role.Id.Value, role.Name, (ulong)role.Permissions, role.Position)),
        guild.Channels.Values.Select(channel => Channel(
            channel.Id.Value, (int)channel.Type, channel.Name, channel.ParentId?.Value,
            channel.PermissionOverwrites.Select(one => Overwrite(one.Id.Value, (int)one.Type, (ulong)one.Allow, (ulong)one.Deny)))),
        guild.Self?.Roles.Select(role => role.Value) ?? []);

    private string Describe(Guild guild) => Describe(
        guild.Name,
        guild.OwnerId,
        guild.MemberCount,
        !world.Guilds.IsUnavailable(guild.Id),
        guild.Roles.Values.Select(role => Role(role.Id, role.Name, (ulong)role.Permissions, role.Position)),
        guild.Channels.Values.Where(channel => channel.Thread is not { Archived: true }).Select(channel => Channel(
            channel.Id, (int)channel.Type, channel.Name, channel.ParentId,
            channel.Overwrites.Select(one => Overwrite(one.Id, (int)one.Type, (ulong)one.Allow, (ulong)one.Deny)))),
        guild.Members[botId].Roles);

    private static string Describe(
        string name, ulong owner, int members, bool available, IEnumerable<string> roles, IEnumerable<string> channels, IEnumerable<ulong> selfRoles) =>
        $"{name}, owner {owner}, {members} members, available {available}, self {InOrder(selfRoles.Select(id => $"{id}"))}, "
        + $"roles {InOrder(roles)}, channels {InOrder(channels)}";

    private static string Role(ulong id, string name, ulong permissions, int position) => $"{id} {name} {permissions} at {position}";

    private static string Channel(ulong id, int type, string? name, ulong? parent, IEnumerable<string> overwrites) =>
        $"{id} {type} {name} under {parent} {InOrder(overwrites)}";

    private static string Overwrite(ulong id, int type, ulong allow, ulong deny) => $"{id} {type} +{allow} -{deny}";

    private static string InOrder(IEnumerable<string> texts) => $"[{string.Join("; ", texts.Order(StringComparer.Ordinal))}]";
}
