using Vexera.Core.Commands.Languages;
using Vexera.Core.Discord;
using Vexera.Core.Modules.Moderation.Actions;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Rest;
using Vexera.Core.State;

namespace Vexera.Core.Modules.Moderation.Escalation;

/// <summary>Does what a rule says, in the bot's own name, once for the warning that was one too many.</summary>
internal sealed class Escalator(
    EscalationStore rules,
    CaseStore cases,
    ActionExecutor executor,
    IDiscordRest rest,
    IGuildStates guilds,
    LanguageChoice languages,
    ISelf self)
{
    /// <summary>Acts on the warning that the rule waits for.</summary>
    /// <returns>What came of it; null when there is nothing to do, or the rule is gone.</returns>
    /// <exception cref="DiscordUnreachableException">Discord cannot be asked; the rule waits still.</exception>
    /// <exception cref="Storage.StorageException">The database cannot be used; likewise.</exception>
    public async Task<ActionOutcome?> RunAsync(
        Snowflake guildId, Snowflake targetId, long warnings, CancellationToken cancellationToken)
    {
        if (await rules.FindUnsettledAsync(guildId, targetId, warnings, cancellationToken) is not { } number)
            return null;
        var rule = (await rules.ListAsync(guildId, cancellationToken)).FirstOrDefault(one => one.Warnings == warnings);
        var warning = await cases.FindAsync(guildId, number, cancellationToken);
        ActionOutcome? outcome = null;
        if (rule is not null && warning is { IsDeleted: false })
        {
            outcome = await ActAsync(rule, warning, cancellationToken);
            if (IsOpen(outcome))
                return outcome;
        }

        await rules.SettleAsync(guildId, targetId, warnings, number, cancellationToken);
        return outcome;
    }

    /// <summary>Whether it is to be tried again.</summary>
    public static bool IsOpen(ActionOutcome outcome) =>
        outcome.Result is ActionResult.Unsure or ActionResult.EarlierUnsure or ActionResult.NotWritten
        || outcome.Problem?.Kind is DiscordProblemKind.RateLimited or DiscordProblemKind.NoAnswer;

    private async Task<ActionOutcome> ActAsync(EscalationRule rule, Case warning, CancellationToken cancellationToken)
    {
        await self.WaitUntilKnownAsync(cancellationToken);
        guilds.TryGet(warning.GuildId, out var guild);
        var culture = await languages.ForGuildAsync(warning.GuildId, guild, cancellationToken);
        return await executor.RunAsync(
            new ActionRequest
            {
                GuildId = warning.GuildId,
                Type = rule.Action,
                Target = await FindAsync(warning, cancellationToken),
                Moderator = new ActionModerator(self.User!.Id, self.User.DisplayName),
                Reason = ModerationText.EscalationReason(rule.Warnings, rule.Period.ToString()).In(culture),
                EndsAt = rule.Lasts?.After(warning.CreatedAt),
                EscalatedFrom = warning.Number,
            },
            cancellationToken);
    }

    private async Task<ActionTarget> FindAsync(Case warning, CancellationToken cancellationToken)
    {
        try
        {
            var member = await rest.Guilds.GetMemberAsync(warning.GuildId, warning.TargetId, cancellationToken);
            return new ActionTarget(warning.TargetId, warning.TargetName, IsMember: true, member.User?.Bot ?? false, member.CommunicationDisabledUntil);
        }
        catch (DiscordRestException e) when (e.Code is DiscordErrorCodes.UnknownMember or DiscordErrorCodes.UnknownUser)
        {
            return new ActionTarget(warning.TargetId, warning.TargetName, IsMember: false);
        }
    }
}
