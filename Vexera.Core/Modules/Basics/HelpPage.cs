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
        var call = prefix + definition.Name;
        yield return BasicsText.HelpPage(call, definition.Node);
        yield return definition.Description;
        if (definition.Details is { } details)
            yield return details;
        yield return BasicsText.HelpUsage(InlineCode.Of(UsageLine.Of(prefix, definition)));
        foreach (var argument in definition.Arguments)
            yield return BasicsText.HelpArgumentLine(argument.Name, argument.Description, argument.Allowed);
        if (definition.Aliases.Count > 0)
            yield return BasicsText.HelpAliases(string.Join(", ", definition.Aliases.Select(alias => InlineCode.Of(prefix + alias))));
        if (definition.DefaultPermission != Permission.None)
            yield return BasicsText.HelpPermission(PermissionNames.Of(definition.DefaultPermission));
        yield return BasicsText.HelpExamples(
            string.Join(", ", definition.Examples.Select(example => InlineCode.Of($"{call} {example}".TrimEnd()))));
    }
}
