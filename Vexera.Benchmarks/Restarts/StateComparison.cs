using Vexera.Host.Drills.Comparing;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Model;

namespace Vexera.Benchmarks.Restarts;

/// <summary>Holds what the bot has on disk of the guilds to what the simulator of this process holds.</summary>
/// <param name="world">The simulator's world.</param>
/// <param name="botId">The bot's account.</param>
internal sealed class StateComparison(SandboxWorld world, ulong botId)
{
    /// <summary>What differs, a line each, the first few; nothing when all is equal.</summary>
    /// <param name="database">The bot's database file.</param>
    public IReadOnlyList<string> Differences(string database)
    {
        using var disk = new GuildsOnDisk(database);
        var comparison = new GuildComparison(disk);
        foreach (var id in world.Guilds.Of(botId).TakeWhile(_ => !comparison.IsEnough))
            comparison.Add(id, Describe(world.Guilds.Get(id)));
        return comparison.Differences();
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
