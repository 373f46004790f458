using System.Globalization;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Registration;

/// <summary>
/// The slash form of definitions. A group is one command of Discord's with sub-commands; where it is seen can be said for the
/// whole only. Nothing names a default permission: Discord would hide a command from people whom a guild's permission nodes allow
/// it, and the prefix form would not (docs/decisions/0012-permission-nodes.md).
/// Source: https://discord.com/developers/docs/interactions/application-commands#subcommands-and-subcommand-groups.
/// </summary>
internal static class SlashDeclaration
{
    private const int InGuild = 0, InBotDm = 1;

    /// <summary>What to register with Discord, in the order of the definitions.</summary>
    public static IReadOnlyList<ApplicationCommand> Of(IEnumerable<CommandDefinition> definitions) =>
        [.. definitions.GroupBy(definition => definition.Group?.Name ?? definition.Name).Select(Of)];

    private static ApplicationCommand Of(IGrouping<string, CommandDefinition> named)
    {
        var first = named.First();
        return new ApplicationCommand
        {
            Name = named.Key,
            Description = Plain(first.Group?.Description ?? first.Description),
            Options = first.Group is null ? Arguments(first) : [.. named.Select(SubCommand)],
            Contexts = named.All(definition => definition.GuildOnly) ? [InGuild] : [InGuild, InBotDm],
        };
    }

    private static ApplicationCommandOption SubCommand(CommandDefinition definition) => new()
    {
        Type = CommandOptionType.SubCommand,
        Name = definition.Name,
        Description = Plain(definition.Description),
        Options = Arguments(definition),
    };

    private static IReadOnlyList<ApplicationCommandOption>? Arguments(CommandDefinition definition) =>
        definition.Arguments.Count == 0 ? null : [.. definition.Arguments.Select(argument => argument.Declare())];

    private static string Plain(Text text) => text.In(CultureInfo.InvariantCulture);
}
