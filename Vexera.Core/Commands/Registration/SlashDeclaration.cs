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
            NameLocalizations = Localizations.OfName(language => first.Group is { } group ? SlashNames.Of(group, language) : SlashNames.Of(first, language)),
            Description = Plain(first.Group?.Description ?? first.Description),
            DescriptionLocalizations = Localizations.Of(first.Group?.Description ?? first.Description),
            Options = first.Group is null ? Arguments(first) : [.. named.Select(SubCommand)],
            Contexts = named.All(definition => definition.GuildOnly) ? [InGuild] : [InGuild, InBotDm],
        };
    }

    private static ApplicationCommandOption SubCommand(CommandDefinition definition) => new()
    {
        Type = CommandOptionType.SubCommand,
        Name = definition.Name,
        NameLocalizations = Localizations.OfName(language => SlashNames.Of(definition, language)),
        Description = Plain(definition.Description),
        DescriptionLocalizations = Localizations.Of(definition.Description),
        Options = Arguments(definition),
    };

    private static IReadOnlyList<ApplicationCommandOption>? Arguments(CommandDefinition definition) =>
        definition.Arguments.Count == 0 ? null : [.. definition.Arguments.Select(Declare)];

    private static ApplicationCommandOption Declare(Argument argument)
    {
        var option = argument.Declare();
        return option with
        {
            NameLocalizations = Localizations.OfName(language => SlashNames.OfArgument(argument.Name, language)),
            DescriptionLocalizations = Localizations.Of(argument.Description),
            Choices = option.Choices is null ? null : [.. option.Choices.Select(Localized)],
        };
    }

    private static CommandOptionChoice Localized(CommandOptionChoice choice) => choice with
    {
        NameLocalizations = Localizations.OfName(language => SlashNames.OfChoice(choice.Value, language)),
    };

    private static string Plain(Text text) => text.In(CultureInfo.InvariantCulture);
}
