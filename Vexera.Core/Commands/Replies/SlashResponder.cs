using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest;

namespace Vexera.Core.Commands.Replies;

/// <summary>
/// Answers an interaction: at once, or by "thinking…" within the 3 seconds that Discord gives and an edit of it later. What is for
/// the caller only and comes after a "thinking…" that all see is said beside it, and the "thinking…" goes. An interaction that an
/// earlier process has answered is left as it is; of one that it was still thinking about, the answer is given.
/// Source: https://discord.com/developers/docs/interactions/receiving-and-responding.
/// </summary>
/// <param name="interaction">The interaction.</param>
/// <param name="receivedAt">When it came: a timestamp of <paramref name="time"/>.</param>
/// <param name="rest">Where answers go.</param>
/// <param name="time">What the 3 seconds are measured with.</param>
internal sealed class SlashResponder(Interaction interaction, long receivedAt, IDiscordRest rest, TimeProvider time) : IResponder
{
    private bool _isDeferred;
    private bool _isPublic;
    private bool _isRepeated;

    /// <inheritdoc/>
    public async Task HoldAsync(Task work, bool ephemeral, CancellationToken cancellationToken)
    {
        if (await InteractionPatience.WaitAsync(work, receivedAt, time, cancellationToken))
            return;
        await AcknowledgeAsync(() => rest.Interactions.DeferAsync(interaction, ephemeral, cancellationToken));
        (_isDeferred, _isPublic) = (true, !ephemeral);
    }

    /// <inheritdoc/>
    public async Task RespondAsync(Reply reply, CancellationToken cancellationToken)
    {
        var answer = ReplyMessage.New(reply);
        if (!_isDeferred)
            await AcknowledgeAsync(() => rest.Interactions.RespondAsync(interaction, answer, cancellationToken));
        if (_isRepeated && !await IsThinkingAsync(cancellationToken))
            return;
        if (_isDeferred || _isRepeated)
            await FillInAsync(reply, answer, cancellationToken);
        if (reply.WhenSent is { } told)
            await told(new SentReply(null, interaction.ApplicationId, interaction.Token), cancellationToken);
    }

    // Not when an earlier process has given the answer, or somebody has deleted it.
    private async Task<bool> IsThinkingAsync(CancellationToken cancellationToken)
    {
        try
        {
            var shown = await rest.Interactions.GetResponseAsync(interaction, cancellationToken);
            _isPublic = !shown.IsEphemeral;
            return shown.IsLoading;
        }
        catch (DiscordRestException e) when (e.Code == DiscordErrorCodes.UnknownMessage)
        {
            return false;
        }
    }

    // An answer that is changed later has to stand where it can be found again.
    private async Task FillInAsync(Reply reply, OutgoingMessage answer, CancellationToken cancellationToken)
    {
        if (_isPublic && reply is { Ephemeral: true, WhenSent: null } && await TryStopThinkingAsync(cancellationToken))
            await rest.Interactions.FollowUpAsync(interaction, answer, cancellationToken);
        else
            await rest.Interactions.EditResponseAsync(interaction, answer with { Flags = null }, cancellationToken);
    }

    // False when it stays: then what was meant for one is better said to all than not at all.
    private async Task<bool> TryStopThinkingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await rest.Interactions.DeleteResponseAsync(interaction, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is DiscordRestException or DiscordUnreachableException)
        {
            return e is DiscordRestException { Code: DiscordErrorCodes.UnknownMessage };
        }
    }

    private async Task AcknowledgeAsync(Func<Task> acknowledge)
    {
        try
        {
            await acknowledge();
        }
        catch (DiscordRestException e) when (e.Code == DiscordErrorCodes.AlreadyAcknowledged)
        {
            _isRepeated = true;
        }
    }
}
