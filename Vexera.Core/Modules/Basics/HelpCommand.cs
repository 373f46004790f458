using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Checks;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Suggestions;
using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Basics;

/// <summary><c>help [command]</c>: what the caller may use here, and how; <c>help perms</c> for all that begins so.</summary>
internal sealed class HelpCommand(CommandCatalog catalog, CommandChecks checks, GroupCommand groups) : ICommand
{
    private static readonly Argument<string> Command =
        new("command", BasicsText.HelpArgument, new TextArgument("ping", longest: 100, takesTheRest: true), required: false) { SuggestedBy = typeof(CommandSuggestions) };

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "help",
        Aliases = ["commands"],
        Category = BasicsModule.Category,
        Description = BasicsText.HelpDescription,
        Arguments = [Command],
        Examples = ["", "ping"],
    };

    /// <inheritdoc/>
    public async ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var usable = await checks.UsableAsync(catalog.All, context, cancellationToken);
        if (!context.Arguments.TryGet(Command, out var typed))
            return context.Say(List(context, usable));
        var name = NameIn(typed, context.Prefix);
        if (catalog.Find(name) is { } found && usable.Contains(found))
            return context.Say(HelpPage.Of(found.Definition, context.Prefix));
        if (catalog.FindGroup(name) is { } group && usable.Any(command => command.Definition.Group == group))
            return context.Say(await groups.ListAsync(group, context, cancellationToken));
        return context.Refuse(Missing(name, context, usable));
    }

    private static string NameIn(string typed, string prefix) => CommandNames.Normalized(
        typed.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? typed[prefix.Length..] : typed.TrimStart('/'));

    private static IEnumerable<Text> List(CommandContext context, IReadOnlyList<CommandEntry> usable)
    {
        if (usable.Count == 0)
            return [BasicsText.HelpNothing];
        return usable
            .GroupBy(command => command.Definition.Category)
            .SelectMany(chapter => Entries(chapter)
                .Select(entry => BasicsText.HelpEntry(context.Prefix + entry.Name, entry.Description))
                .Prepend(BasicsText.HelpHeading(chapter.Key.Title)))
            .Append(BasicsText.HelpFooter(context.Call));
    }

    // A group is one entry; its own page lists its commands.
    private static IEnumerable<(string Name, Text Description)> Entries(IEnumerable<CommandEntry> chapter) => chapter
        .Select(command => command.Definition)
        .DistinctBy(definition => definition.Group?.Name ?? definition.Name)
        .Select(definition => definition.Group is { } group ? (group.Name, group.Description) : (definition.Name, definition.Description));

    private static Text Missing(string typed, CommandContext context, IReadOnlyList<CommandEntry> usable) =>
        EditDistance.Nearest(typed, usable.SelectMany(NamesOf)) is { } nearest
            ? BasicsText.HelpNearest(InlineCode.Of(typed), InlineCode.Of(nearest))
            : BasicsText.HelpUnknown(InlineCode.Of(typed), InlineCode.Of(context.Call));

    private static IEnumerable<(string Name, string Meant)> NamesOf(CommandEntry command)
    {
        var definition = command.Definition;
        var names = CommandNames.Of(definition).Select(name => (name, definition.FullName));
        return definition.Group is { } group ? names.Concat(CommandNames.FirstWords(group).Select(name => (name, group.Name))) : names;
    }
}
