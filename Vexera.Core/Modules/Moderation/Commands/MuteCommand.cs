using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Targets;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Modules.Moderation.Cases;

namespace Vexera.Core.Modules.Moderation.Commands;

/// <summary><c>mute &lt;user&gt; [time] [reason]</c>.</summary>
internal sealed class MuteCommand(ActionDesk desk) : ICommand
{
    private static readonly Argument<UserReference> User = ModerationArguments.User();
    private static readonly Argument<Duration> Time = ModerationArguments.Time();
    private static readonly Argument<string> Reason = ModerationArguments.Reason();

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "mute",
        Category = ModerationModule.Category,
        Description = ModerationText.MuteDescription,
        Details = ModerationText.MuteDetails,
        Arguments = [User, Time, Reason],
        Examples = ["@Vexera 10m", "@Vexera 1w 2d spam", "@Vexera"],
        GuildOnly = true,
        DefaultPermission = Permission.ModerateMembers,
        BotPermission = Permission.ModerateMembers,
        Target = new TargetRule(User) { MustBeMember = true },
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) => desk.RunAsync(
        context,
        CaseType.Mute,
        Reason,
        context.Arguments.TryGet(Time, out var time) ? time : null,
        cancellationToken: cancellationToken);
}
