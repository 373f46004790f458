using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Targets;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Modules.Moderation.Cases;

namespace Vexera.Core.Modules.Moderation.Commands;

/// <summary><c>warn &lt;user&gt; [reason]</c>.</summary>
internal sealed class WarnCommand(ActionDesk desk) : ICommand
{
    private static readonly Argument<UserReference> User = ModerationArguments.User();
    private static readonly Argument<string> Reason = ModerationArguments.Reason();

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "warn",
        Category = ModerationModule.Category,
        Description = ModerationText.WarnDescription,
        Arguments = [User, Reason],
        Examples = ["@Vexera", "@Vexera spam"],
        GuildOnly = true,
        DefaultPermission = Permission.ModerateMembers,
        Target = new TargetRule(User),
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) => desk.RunAsync(
        context, CaseType.Warn, Reason, cancellationToken: cancellationToken);
}
