using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Targets;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Modules.Moderation.Cases;

namespace Vexera.Core.Modules.Moderation.Commands;

/// <summary><c>vckick &lt;user&gt; [reason]</c>.</summary>
internal sealed class VoiceKickCommand(ActionDesk desk) : ICommand
{
    private static readonly Argument<UserReference> User = ModerationArguments.User();
    private static readonly Argument<string> Reason = ModerationArguments.Reason();

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "vckick",
        Category = ModerationModule.Category,
        Description = ModerationText.VoiceKickDescription,
        Arguments = [User, Reason],
        Examples = ["@Vexera", "@Vexera spam"],
        GuildOnly = true,
        DefaultPermission = Permission.MoveMembers,
        BotPermission = Permission.MoveMembers,
        Target = new TargetRule(User) { MustBeMember = true },
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) => desk.RunAsync(
        context, CaseType.VoiceKick, Reason, cancellationToken: cancellationToken);
}
