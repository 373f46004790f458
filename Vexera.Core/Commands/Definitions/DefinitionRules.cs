using System.Text.RegularExpressions;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Commands.Suggestions;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Definitions;

/// <summary>
/// What Discord asks of a slash command, checked before anything is registered.
/// Source: https://discord.com/developers/docs/interactions/application-commands#application-command-object.
/// </summary>
internal static partial class DefinitionRules
{
    private const int LongestDescription = 100;
    private const int MostArguments = 25;
    private const int MostInGroup = 25;

    /// <exception cref="InvalidOperationException">The definition breaks a rule.</exception>
    public static void Check(CommandDefinition definition)
    {
        foreach (var name in definition.Aliases.Prepend(definition.Name).Concat(definition.Arguments.Select(argument => argument.Name)))
            Demand(Name().IsMatch(name), definition, $"'{name}' is no valid name: 1 to 32 of a–z, 0–9, - and _ are allowed");
        Demand(Name().IsMatch(definition.Category.Name), definition, $"'{definition.Category.Name}' is no valid category");
        Demand(definition.Arguments.Count <= MostArguments, definition, $"at most {MostArguments} arguments are allowed");
        Demand(Short(definition.Description), definition, $"the description has more than {LongestDescription} characters in some language");
        Demand(definition.Arguments.All(argument => Short(argument.Description)), definition,
            $"an argument's description has more than {LongestDescription} characters in some language");
        Demand(definition.Arguments.Select(argument => argument.Name).Distinct().Count() == definition.Arguments.Count, definition,
            "two arguments share a name");
        Demand(definition.Arguments.SkipWhile(argument => argument.Required).All(argument => !argument.Required), definition,
            "required arguments stand before optional ones");
        Demand(definition.Arguments.SkipLast(1).All(argument => !argument.TakesTheRest), definition,
            "only the last argument can take the rest of the line");
        Demand(definition.Arguments.All(argument => argument.SuggestedBy is null || MaySuggest(argument)), definition,
            "suggestions are for texts without choices, and come from an ISuggestions");
        var targets = new Argument?[] { definition.Target?.Argument, definition.Role?.Argument }.OfType<Argument>();
        Demand(targets.All(target => definition.GuildOnly && definition.Arguments.Contains(target)), definition,
            "a target is one of the arguments, of a command that needs a guild");
    }

    /// <exception cref="InvalidOperationException">The group breaks a rule.</exception>
    /// <param name="group">The group.</param>
    /// <param name="count">How many commands it has.</param>
    public static void Check(CommandGroup group, int count)
    {
        foreach (var name in CommandNames.FirstWords(group))
            Demand(Name().IsMatch(name), group.Name, $"'{name}' is no valid name: 1 to 32 of a–z, 0–9, - and _ are allowed");
        Demand(Short(group.Description), group.Name, $"the description has more than {LongestDescription} characters in some language");
        Demand(count <= MostInGroup, group.Name, $"a group has at most {MostInGroup} commands");
    }

    private static bool MaySuggest(Argument argument) =>
        argument.SuggestedBy!.IsAssignableTo(typeof(ISuggestions))
        && argument.Declare() is { Type: CommandOptionType.String, Choices: null };

    private static bool Short(Texts.Text text) =>
        LanguageCatalog.All.All(language => text.In(language.Culture).Length is > 0 and <= LongestDescription);

    private static void Demand(bool kept, CommandDefinition definition, string rule) => Demand(kept, definition.FullName, rule);

    private static void Demand(bool kept, string name, string rule)
    {
        if (!kept)
            throw new InvalidOperationException($"Command '{name}': {rule}.");
    }

    [GeneratedRegex("^[a-z0-9_-]{1,32}$")]
    private static partial Regex Name();
}
