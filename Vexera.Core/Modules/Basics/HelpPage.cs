using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Modules.Basics;

/// <summary>One command's page in the help.</summary>
internal static class HelpPage
{
    /// <summary>The page's lines.</summary>
    /// <param name="definition">The command.</param>
    /// <param name="prefix">What stands before the name where the caller is.</param>
    public static IEnumerable<Text> Of(CommandDefinition definition, string prefix)
    {
        var call = prefix + definition.FullName;
        yield return BasicsText.HelpPage(call, definition.Node);
        yield return definition.Description;
        if (definition.Details is { } details)
            yield return details;
        yield return BasicsText.HelpUsage(InlineCode.Whole(UsageLine.Of(prefix, definition)));
        foreach (var argument in definition.Arguments)
            yield return BasicsText.HelpArgumentLine(argument.Name, argument.Description, argument.Allowed);
        if (CommandNames.Of(definition).Skip(1).Any())
            yield return BasicsText.HelpAliases(string.Join(", ", CommandNames.Of(definition).Skip(1).Select(alias => InlineCode.Of(prefix + alias))));
        if (definition.DefaultPermission != Permission.None)
            yield return BasicsText.HelpPermission(PermissionNames.Of(definition.DefaultPermission));
        if (definition.BotPermission != Permission.None)
            yield return BasicsText.HelpBotPermission(PermissionNames.Of(definition.BotPermission));
        yield return BasicsText.HelpExamples(
            string.Join(", ", definition.Examples.Select(example => InlineCode.Whole($"{call} {example}".TrimEnd()))));
    }
}
