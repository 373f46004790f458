using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Modules.Moderation.Actions;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Escalation;
using Vexera.Core.Rest;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Moderation.Commands;

/// <summary>What the commands that do something to somebody have in common: the request, the answer, and what a warning leads to.</summary>
internal sealed class ActionDesk(ActionExecutor executor, Escalator escalator, TimeProvider time)
{
    /// <summary>Does it and says what came of it.</summary>
    /// <param name="context">The call; its target has been found.</param>
    /// <param name="type">What is to be done.</param>
    /// <param name="reason">The argument that says why, if it was given.</param>
    /// <param name="lasts">How long; null for ever.</param>
    /// <param name="deleteMessages">How far back messages are deleted with a ban.</param>
    /// <param name="cancellationToken">Ends the wait; what was begun is looked after.</param>
    public async ValueTask<Reply> RunAsync(
        CommandContext context,
        CaseType type,
        Argument<string> reason,
        Duration? lasts = null,
        TimeSpan deleteMessages = default,
        CancellationToken cancellationToken = default)
    {
        var target = context.Target!;
        var request = new ActionRequest
        {
            GuildId = context.GuildId!.Value,
            Type = type,
            Target = new ActionTarget(
                target.Id, target.User.DisplayName, target.Member is not null, target.User.Bot, target.Member?.CommunicationDisabledUntil),
            Moderator = new ActionModerator(context.User.Id, context.User.DisplayName),
            Reason = context.Arguments.TryGet(reason, out var why) ? why : null,
            EndsAt = lasts?.After(time.GetUtcNow()),
            DeleteMessages = deleteMessages,
            CauseId = context.Cause,
        };
        try
        {
            var outcome = await executor.RunAsync(request, cancellationToken);
            var lines = ActionAnswers.Of(request.Type, request.Target.Name, outcome, time.GetUtcNow()).ToList();
            if (outcome.Record?.Escalation is { } rule)
                lines.AddRange(await EscalateAsync(context, request, rule, cancellationToken));
            return outcome.Record is null ? context.Refuse(lines) : context.Say(lines);
        }
        catch (StorageException)
        {
            return context.Refuse(ModerationText.NoStorage);
        }
        catch (DiscordUnreachableException)
        {
            return context.Refuse(ModerationText.NoAnswer);
        }
    }

    private async Task<IEnumerable<Text>> EscalateAsync(
        CommandContext context, ActionRequest request, EscalationRule rule, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await escalator.RunAsync(request.GuildId, request.Target.Id, rule.Warnings, cancellationToken);
            return outcome is null
                ? []
                : [
                    ModerationText.Escalates(rule.Warnings, rule.Period.ToString()),
                    .. ActionAnswers.Of(rule.Action, request.Target.Name, outcome, time.GetUtcNow()),
                ];
        }
        catch (Exception e) when (e is StorageException or DiscordRestException or DiscordUnreachableException)
        {
            // It is scheduled, and comes when both can be used.
            return [ModerationText.Unsure];
        }
    }
}
