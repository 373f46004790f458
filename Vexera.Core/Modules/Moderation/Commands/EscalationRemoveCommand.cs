using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Modules.Moderation.Escalation;

namespace Vexera.Core.Modules.Moderation.Commands;

/// <summary><c>escalation remove &lt;warnings&gt;</c>.</summary>
internal sealed class EscalationRemoveCommand(EscalationStore rules) : ICommand
{
    private static readonly Argument<long> Warnings =
        new("warnings", ModerationText.WarningsArgument, EscalationCommands.Number);

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Group = EscalationCommands.Group,
        Name = "remove",
        Category = ModerationModule.Category,
        Description = ModerationText.EscalationRemoveDescription,
        Arguments = [Warnings],
        Examples = ["3"],
        GuildOnly = true,
        DefaultPermission = Permission.ManageGuild,
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var warnings = context.Arguments.Get(Warnings);
        return context.OrNoStorageAsync(async () => await rules.RemoveAsync(context.GuildId!.Value, warnings, cancellationToken)
            ? context.Say(ModerationText.EscalationRemoved(warnings))
            : context.Refuse(ModerationText.EscalationNotThere(warnings)));
    }
}
