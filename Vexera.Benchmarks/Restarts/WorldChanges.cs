using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Benchmarks.Restarts;

/// <summary>Changes a world at random: everything that a bot's State follows.</summary>
/// <param name="world">The world.</param>
/// <param name="botId">The bot, which is given roles.</param>
/// <param name="random">Chooses.</param>
internal sealed class WorldChanges(SandboxWorld world, ulong botId, Random random)
{
    private readonly ulong[] _guilds = [.. world.Guilds.Of(botId)];
    private int _number;

    /// <summary>Makes one change in one guild.</summary>
    public void Change()
    {
        var guild = world.Guilds.Get(_guilds[random.Next(_guilds.Length)]);
        var (actor, name) = (new Actor(guild.OwnerId), $"change {++_number}");
        switch (random.Next(9))
        {
            case 0:
                world.Roles.Create(guild.Id, name, actor);
                break;
            case 1 when Any(guild.Roles.Values.Where(IsPlain)) is { } role:
                world.Roles.Update(guild.Id, role.Id, actor, before => before with { Name = name, Permissions = Permission.ViewChannel });
                break;
            case 2 when Any(guild.Roles.Values.Where(role => IsPlain(role) && role.Name.StartsWith("change ", StringComparison.Ordinal))) is { } role:
                world.Roles.Delete(guild.Id, role.Id, actor);
                break;
            case 3:
                world.Channels.Create(guild.Id, ChannelType.Text, $"change-{_number}", actor);
                break;
            case 4 when Any(guild.Channels.Values) is { } channel:
                world.Channels.SetOverwrite(channel.Id, new Overwrite(guild.Id, OverwriteType.Role, Permission.ViewChannel, Permission.None), actor);
                break;
            case 5 when Any(guild.Channels.Values.Where(channel => channel.Name.StartsWith("change-", StringComparison.Ordinal))) is { } channel:
                world.Channels.Delete(channel.Id, actor);
                break;
            case 6:
                world.Guilds.Update(guild.Id, actor, before => before with { Name = name });
                break;
            case 7:
                world.Members.Add(guild.Id, world.Users.Create($"guest{_number}").Id);
                break;
            case 8 when Any(guild.Roles.Values.Where(IsPlain)) is { } role:
                world.Members.GiveRole(guild.Id, botId, role.Id, actor);
                break;
        }

        bool IsPlain(Role role) => role.Id != guild.Id && !role.Managed;
    }

    private T? Any<T>(IEnumerable<T> all)
        where T : class
    {
        var list = all.ToArray();
        return list.Length == 0 ? null : list[random.Next(list.Length)];
    }
}
