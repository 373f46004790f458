using System.Globalization;
using Microsoft.Extensions.Logging;
using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Rest;
using Vexera.Core.State;

namespace Vexera.Core.Modules.Moderation.Actions;

/// <summary>A direct message that was sent.</summary>
/// <param name="ChannelId">Where.</param>
/// <param name="MessageId">Which.</param>
internal sealed record NoticeReceipt(Snowflake ChannelId, Snowflake MessageId);

/// <summary>
/// Tells somebody what is done to them, before it is done: afterwards the bot may share no server with them. Never stands in the
/// way, and takes at most a few seconds.
/// </summary>
internal sealed class TargetNotice(
    IDiscordRest rest, IGuildStates guilds, LanguageChoice languages, TimeProvider time, ILogger<TargetNotice> logger)
{
    /// <summary>How long telling may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Tells the target; null when they cannot be told.</summary>
    public async Task<NoticeReceipt?> TellAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            guilds.TryGet(request.GuildId, out var guild);
            var culture = await languages.ForAsync(request.Target.Id, request.GuildId, guild, null, either.Token);
            var channel = await rest.Users.CreateDmAsync(request.Target.Id, either.Token);
            var message = await rest.Channels.CreateMessageAsync(channel.Id, MessageOf(request, guild?.Name, culture), either.Token);
            return new NoticeReceipt(channel.Id, message.Id);
        }
        catch (Exception e) when (e is DiscordRestException or DiscordUnreachableException || IsPatienceOver(e, cancellationToken))
        {
            ModerationLog.NotTold(logger, e, request.GuildId, request.Target.Id);
            return null;
        }
    }

    /// <summary>Takes back what was told: it was not done.</summary>
    public async Task TakeBackAsync(NoticeReceipt receipt)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            await rest.Channels.DeleteMessageAsync(receipt.ChannelId, receipt.MessageId, null, patience.Token);
        }
        catch (Exception e) when (e is DiscordRestException or DiscordUnreachableException || IsPatienceOver(e, CancellationToken.None))
        {
            ModerationLog.NotTakenBack(logger, e, receipt.ChannelId);
        }
    }

    private static bool IsPatienceOver(Exception error, CancellationToken caller) =>
        error is OperationCanceledException && !caller.IsCancellationRequested;

    private static OutgoingMessage MessageOf(ActionRequest request, string? guild, CultureInfo culture)
    {
        var name = InlineCode.Of(guild ?? request.GuildId.ToString());
        var what = request switch
        {
            { Type: CaseType.Warn } => ModerationText.NoticeWarn(name),
            { Type: CaseType.Mute, EndsAt: { } end } => ModerationText.NoticeMuteFor(name, Timestamp.Relative(end)),
            { Type: CaseType.Mute } => ModerationText.NoticeMute(name),
            { Type: CaseType.Ban, EndsAt: { } end } => ModerationText.NoticeBanFor(name, Timestamp.Relative(end)),
            { Type: CaseType.Ban } => ModerationText.NoticeBan(name),
            _ => ModerationText.NoticeKick(name),
        };
        var text = what.In(culture);
        if (request.Reason is { } reason)
            text += "\n" + ModerationText.NoticeReason(reason).In(culture);
        return new OutgoingMessage
        {
            Content = text,
            Nonce = request.CauseId is { } cause ? string.Create(CultureInfo.InvariantCulture, $"n{cause.Value}") : null,
            EnforceNonce = request.CauseId is not null ? true : null,
        };
    }
}
