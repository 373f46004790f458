using System.Text.Json;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Interactions;

/// <summary>Which commands a person sees and may use.</summary>
/// <seealso href="https://discord.com/developers/docs/interactions/application-commands#permissions"/>
internal static class CommandVisibility
{
    private const int InGuild = 0, WithBot = 1;

    public static bool MayUse(RestCall call, ApplicationCommand command, Channel channel)
    {
        if (channel.GuildId is not { } guildId)
            return command.GuildId is null && command.DmPermission != false && Allows(command, WithBot) && channel.Recipients.Any(user => user.Id == command.ApplicationId);

        var held = call.Permissions(channel);
        return call.World.Guilds.IsMember(guildId, command.ApplicationId)
            && Allows(command, InGuild)
            && held.HasFlag(Permission.UseApplicationCommands)
            && Grants(held, command);
    }

    /// <summary>The commands that the caller may use somewhere in a guild.</summary>
    public static IEnumerable<ApplicationCommand> In(RestCall call, Guild guild)
    {
        var held = PermissionRules.InGuild(guild, call.User.Id, call.World.Now);
        return call.World.Commands.In(guild.Id).Where(command => Allows(command, InGuild) && Grants(held, command));
    }

    private static bool Grants(Permission held, ApplicationCommand command) => command.DefaultMemberPermissions switch
    {
        null => true,
        Permission.None => held.HasFlag(Permission.Administrator),
        { } needed => held.HasFlag(needed),
    };

    private static bool Allows(ApplicationCommand command, int context) =>
        command.Contexts is not { ValueKind: JsonValueKind.Array } contexts || contexts.EnumerateArray().Any(one => one.GetInt32() == context);
}
