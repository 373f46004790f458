using Vexera.Host.Drills.Comparing;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Model;

namespace Vexera.Benchmarks.Restarts;

/// <summary>Holds what the bot has on disk of the guilds to what the simulator of this process holds.</summary>
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
        var known = GuildsOnDisk.Read(database);
        foreach (var id in world.Guilds.Of(botId))
        {
            if (!known.Remove(id, out var state))
                found.Add($"{id}: not on disk");
            else if (state is null)
                found.Add($"{id}: its record is empty or damaged");
            else if (GuildLine.Of(state) is var onDisk && Describe(world.Guilds.Get(id)) is var there && onDisk != there)
                found.Add($"{id}:{Environment.NewLine}  on disk {onDisk}{Environment.NewLine}  there   {there}");
            if (found.Count == MostDifferences)
                return found;
        }

        return [.. found, .. known.Keys.Take(MostDifferences).Select(id => $"{id}: on disk, but the bot is not in it")];
    }

    private string Describe(Guild guild) => GuildLine.Of(
        guild.Name,
        guild.OwnerId,
        guild.MemberCount,
        !world.Guilds.IsUnavailable(guild.Id),
        guild.Members[botId].Roles,
        guild.Roles.Values.Select(role => GuildLine.Role(role.Id, role.Name, (ulong)role.Permissions, role.Position)),
        guild.Channels.Values.Where(channel => channel.Thread is not { Archived: true }).Select(channel => GuildLine.Channel(
            channel.Id, (int)channel.Type, channel.Name, channel.ParentId,
            channel.Overwrites.Select(one => GuildLine.Overwrite(one.Id, (int)one.Type, (ulong)one.Allow, (ulong)one.Deny)))));
}
