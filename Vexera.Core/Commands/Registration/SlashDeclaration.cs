using System.Globalization;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Commands.Registration;

/// <summary>The slash form of a definition.</summary>
internal static class SlashDeclaration
{
    private const int InGuild = 0, InBotDm = 1;

    /// <summary>
    /// What to register with Discord. An owner's command is shown to administrators of guilds only: Discord cannot show it to one
    /// account alone, and no permission at all (0) means administrators.
    /// </summary>
    public static ApplicationCommand Of(CommandDefinition definition) => new()
    {
        Name = definition.Name,
        Description = definition.Description.In(CultureInfo.InvariantCulture),
        Options = definition.Arguments.Count == 0 ? null : [.. definition.Arguments.Select(argument => argument.Declare())],
        DefaultMemberPermissions = definition.DefaultPermission == Permission.None && !definition.OwnerOnly ? null : definition.DefaultPermission,
        Contexts = definition.GuildOnly || definition.OwnerOnly ? [InGuild] : [InGuild, InBotDm],
    };
}
