using Vexera.Core.Commands.Checks;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Commands.Execution;

/// <summary>What answers <c>+perms</c> alone, and <c>+perms nonsense</c>: the group's commands that the caller may use.</summary>
/// <param name="catalog">The commands there are.</param>
/// <param name="checks">Which of them the caller may use.</param>
internal sealed class GroupCommand(CommandCatalog catalog, CommandChecks checks)
{
    /// <summary>An entry that answers for a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="typed">What stood where the second word should be; empty when nothing did.</param>
    public CommandEntry For(CommandGroup group, string typed)
    {
        var first = catalog.In(group).First();
        var definition = new CommandDefinition
        {
            Name = group.Name,
            Category = first.Definition.Category,
            Description = group.Description,
            Cooldown = TimeSpan.FromSeconds(5),
            Ephemeral = true,
            HasNode = false,
        };
        return new CommandEntry(definition, first.Module, (context, cancellationToken) => AnswerAsync(group, typed, context, cancellationToken));
    }

    /// <summary>The lines that list a group's commands; they say so when there is none for the caller.</summary>
    public async ValueTask<IEnumerable<Text>> ListAsync(CommandGroup group, CommandContext context, CancellationToken cancellationToken)
    {
        var usable = await checks.UsableAsync(catalog.In(group), context, cancellationToken);
        return usable.Count == 0
            ? [CommandsText.GroupEmpty(InlineCode.Of(context.Prefix + group.Name))]
            : usable
                .Select(command => CommandsText.GroupEntry(InlineCode.Whole(UsageLine.Of(context.Prefix, command.Definition)), command.Definition.Description))
                .Prepend(group.Description);
    }

    private async ValueTask<Reply> AnswerAsync(CommandGroup group, string typed, CommandContext context, CancellationToken cancellationToken)
    {
        if (typed.Length == 0)
            return context.Say(await ListAsync(group, context, cancellationToken));
        var usable = await checks.UsableAsync(catalog.In(group), context, cancellationToken);
        var list = InlineCode.Of(context.Call);
        return context.Say(CommandNames.Nearest($"{group.Name} {typed}", usable) is { } nearest
            ? CommandsText.GroupNear(list, InlineCode.Of(typed), InlineCode.Of(context.Prefix + nearest.Definition.FullName))
            : CommandsText.GroupUnknown(list, InlineCode.Of(typed)));
    }
}
