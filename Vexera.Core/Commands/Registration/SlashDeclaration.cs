using System.Globalization;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Commands.Registration;

/// <summary>The slash form of a definition.</summary>
internal static class SlashDeclaration
{
    private const int InGuild = 0, InBotDm = 1;

    /// <summary>What to register with Discord.</summary>
    public static ApplicationCommand Of(CommandDefinition definition) => new()
    {
        Name = definition.Name,
        Description = definition.Description.In(CultureInfo.InvariantCulture),
        Options = definition.Arguments.Count == 0 ? null : [.. definition.Arguments.Select(argument => argument.Declare())],
        DefaultMemberPermissions = definition.DefaultPermission == Permission.None ? null : definition.DefaultPermission,
        Contexts = definition.GuildOnly ? [InGuild] : [InGuild, InBotDm],
    };
}
