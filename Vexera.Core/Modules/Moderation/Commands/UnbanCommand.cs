using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Targets;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Modules.Moderation.Cases;

namespace Vexera.Core.Modules.Moderation.Commands;

/// <summary><c>unban &lt;user&gt; [reason]</c>.</summary>
internal sealed class UnbanCommand(ActionDesk desk) : ICommand
{
    private static readonly Argument<UserReference> User = ModerationArguments.User();
    private static readonly Argument<string> Reason = ModerationArguments.Reason();

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "unban",
        Category = ModerationModule.Category,
        Description = ModerationText.UnbanDescription,
        Arguments = [User, Reason],
        Examples = ["80351110224678912", "80351110224678912 spam"],
        GuildOnly = true,
        DefaultPermission = Permission.BanMembers,
        BotPermission = Permission.BanMembers,
        Target = new TargetRule(User),
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) => desk.RunAsync(
        context, CaseType.Unban, Reason, cancellationToken: cancellationToken);
}
