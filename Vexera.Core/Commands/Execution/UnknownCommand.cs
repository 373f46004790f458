using Vexera.Core.Commands.Checks;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Commands.Execution;

/// <summary>
/// What answers a call by mention, in direct messages or by the slash menu that names no command. By prefix such a call stays
/// without an answer: other bots share prefixes.
/// </summary>
/// <param name="catalog">The commands there are.</param>
/// <param name="checks">Which of them the caller may use.</param>
internal sealed class UnknownCommand(CommandCatalog catalog, CommandChecks checks)
{
    private static readonly CommandDefinition Definition = new()
    {
        Name = "unknown",
        Category = new CommandCategory("none", CommandsText.Nothing),
        Description = CommandsText.Nothing,
        Cooldown = TimeSpan.FromSeconds(5),
        Ephemeral = true,
        HasNode = false,
    };

    /// <summary>An entry that answers for <paramref name="typed"/>.</summary>
    /// <param name="typed">What stood where a command's name should be; empty when nothing did.</param>
    public CommandEntry For(string typed) => new(Definition, "", (context, cancellationToken) => AnswerAsync(typed, context, cancellationToken));

    private async ValueTask<Reply> AnswerAsync(string typed, CommandContext context, CancellationToken cancellationToken)
    {
        var help = InlineCode.Of(context.Prefix + "help");
        if (typed.Length == 0)
            return context.Say(CommandsText.Greeting(help));
        if (context.Form == CommandForm.Slash)
            return context.Say(CommandsText.UnknownSlash(InlineCode.Of(context.Prefix + typed)));
        var usable = await checks.UsableAsync(catalog.All, context, cancellationToken);
        return context.Say(EditDistance.Nearest(typed, usable.SelectMany(FirstWords)) is not { } nearest
            ? CommandsText.Unknown(InlineCode.Of(typed), help)
            : CommandsText.UnknownNear(InlineCode.Of(typed), InlineCode.Of(context.Prefix + nearest), help));
    }

    // What is typed is one word; what it may have meant is a command or the first word of several.
    private static IEnumerable<(string Word, string Meant)> FirstWords(CommandEntry command)
    {
        var group = command.Definition.Group;
        return group is null
            ? CommandNames.Of(command.Definition).Select(name => (name, command.Definition.Name))
            : CommandNames.FirstWords(group).Select(name => (name, group.Name));
    }
}
