using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Checks;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Basics;

/// <summary><c>help [command]</c>: what the caller may use here, and how.</summary>
internal sealed class HelpCommand(CommandCatalog catalog, CommandChecks checks) : ICommand
{
    private static readonly Argument<string> Command =
        new("command", BasicsText.HelpArgument, new TextArgument("ping", longest: 100, takesTheRest: true), required: false);

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
        var usable = new List<CommandEntry>();
        foreach (var command in catalog.All)
        {
            if (await checks.MayUseAsync(context with { Command = command }, cancellationToken))
                usable.Add(command);
        }

        if (!context.Arguments.TryGet(Command, out var typed))
            return context.Say(List(context, usable));
        var name = NameIn(typed, context.Prefix);
        return catalog.Find(name) is { } found && usable.Contains(found)
            ? context.Say(HelpPage.Of(found.Definition, context.Prefix))
            : context.Say(Missing(name, context, usable));
    }

    private static string NameIn(string typed, string prefix) =>
        typed.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? typed[prefix.Length..] : typed.TrimStart('/');

    private static IEnumerable<Text> List(CommandContext context, List<CommandEntry> usable)
    {
        if (usable.Count == 0)
            return [BasicsText.HelpNothing];
        return usable
            .GroupBy(command => command.Definition.Category)
            .SelectMany(chapter => chapter
                .Select(command => BasicsText.HelpEntry(context.Prefix + command.Definition.Name, command.Definition.Description))
                .Prepend(BasicsText.HelpHeading(chapter.Key.Title)))
            .Append(BasicsText.HelpFooter(context.Call));
    }

    private static Text Missing(string typed, CommandContext context, List<CommandEntry> usable) =>
        CommandCatalog.Nearest(typed, usable) is { } nearest
            ? BasicsText.HelpNearest(InlineCode.Of(typed), InlineCode.Of(nearest.Definition.Name))
            : BasicsText.HelpUnknown(InlineCode.Of(typed), InlineCode.Of(context.Call));
}
