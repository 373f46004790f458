using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Escalation;

namespace Vexera.Core.Modules.Moderation.Commands;

/// <summary><c>escalation add &lt;warnings&gt; &lt;within&gt; &lt;mute|kick|ban&gt; [time]</c>.</summary>
internal sealed class EscalationAddCommand(EscalationStore rules) : ICommand
{
    private static readonly Argument<long> Warnings =
        new("warnings", ModerationText.WarningsArgument, EscalationCommands.Number);

    private static readonly Argument<Duration> Within = new("within", ModerationText.PeriodArgument, EscalationCommands.Length);
    private static readonly Argument<string> Action = new("action", ModerationText.EscalationActionArgument, EscalationCommands.Action);
    private static readonly Argument<Duration> Time = new("time", ModerationText.LastsArgument, EscalationCommands.Length, required: false);

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Group = EscalationCommands.Group,
        Name = "add",
        Category = ModerationModule.Category,
        Description = ModerationText.EscalationAddDescription,
        Arguments = [Warnings, Within, Action, Time],
        Examples = ["3 30d mute 1d", "5 1y ban"],
        GuildOnly = true,
        DefaultPermission = Permission.ManageGuild,
    };

    /// <inheritdoc/>
    public async ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var rule = new EscalationRule(
            context.Arguments.Get(Warnings),
            context.Arguments.Get(Within),
            Enum.Parse<CaseType>(context.Arguments.Get(Action), ignoreCase: true),
            context.Arguments.TryGet(Time, out var time) ? time : null);
        if (rule is { Action: CaseType.Kick, Lasts: not null })
            return context.Refuse(ModerationText.EscalationKickNoTime);
        return await context.OrNoStorageAsync(async () =>
        {
            await rules.SetAsync(context.GuildId!.Value, rule, cancellationToken);
            return context.Say(ModerationText.EscalationSet(EscalationCommands.Of(rule)));
        });
    }
}
