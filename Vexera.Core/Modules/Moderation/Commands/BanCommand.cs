using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Targets;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Modules.Moderation.Cases;

namespace Vexera.Core.Modules.Moderation.Commands;

/// <summary><c>ban &lt;user&gt; [time] [days=0–7] [reason]</c>.</summary>
internal sealed class BanCommand(ActionDesk desk) : ICommand
{
    private const int UsualDays = 1;
    private static readonly Argument<UserReference> User = ModerationArguments.User();
    private static readonly Argument<Duration> Time = ModerationArguments.Time();
    private static readonly Argument<long> Days = new("days", ModerationText.DaysArgument, new DaysArgument(), required: false);
    private static readonly Argument<string> Reason = ModerationArguments.Reason();

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "ban",
        Category = ModerationModule.Category,
        Description = ModerationText.BanDescription,
        Details = ModerationText.BanDetails(InlineCode.Of($"{DaysArgument.Word}0"), InlineCode.Of($"{DaysArgument.Word}7")),
        Arguments = [User, Time, Days, Reason],
        Examples = ["@Vexera", "@Vexera 10m spam", $"80351110224678912 1mo {DaysArgument.Word}7 raid"],
        GuildOnly = true,
        DefaultPermission = Permission.BanMembers,
        BotPermission = Permission.BanMembers,
        Target = new TargetRule(User),
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) => desk.RunAsync(
        context,
        CaseType.Ban,
        Reason,
        context.Arguments.TryGet(Time, out var time) ? time : null,
        TimeSpan.FromDays(context.Arguments.TryGet(Days, out var days) ? days : UsualDays),
        cancellationToken);
}
