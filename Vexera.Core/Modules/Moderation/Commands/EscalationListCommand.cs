using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Modules.Moderation.Escalation;

namespace Vexera.Core.Modules.Moderation.Commands;

/// <summary><c>escalation list</c>.</summary>
internal sealed class EscalationListCommand(EscalationStore rules) : ICommand
{
    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Group = EscalationCommands.Group,
        Name = "list",
        Category = ModerationModule.Category,
        Description = ModerationText.EscalationListDescription,
        GuildOnly = true,
        DefaultPermission = Permission.ModerateMembers,
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) => context.OrNoStorageAsync(async () =>
    {
        var all = await rules.ListAsync(context.GuildId!.Value, cancellationToken);
        return all.Count == 0 ? context.Say(ModerationText.EscalationNone) : context.Say(all.Select(EscalationCommands.Of));
    });
}
