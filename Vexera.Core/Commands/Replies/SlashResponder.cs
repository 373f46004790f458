using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest;

namespace Vexera.Core.Commands.Replies;

/// <summary>
/// Answers an interaction: at once, or by "thinking…" within the 3 seconds that Discord gives and an edit of it later. One that an
/// earlier process has answered is left as it is; of one that it was still thinking about, the answer is given.
/// Source: https://discord.com/developers/docs/interactions/receiving-and-responding.
/// </summary>
/// <param name="interaction">The interaction.</param>
/// <param name="receivedAt">When it came: a timestamp of <paramref name="time"/>.</param>
/// <param name="rest">Where answers go.</param>
/// <param name="time">What the 3 seconds are measured with.</param>
internal sealed class SlashResponder(Interaction interaction, long receivedAt, IDiscordRest rest, TimeProvider time) : IResponder
{
    private bool _deferred;
    private bool _isRepeated;

    /// <inheritdoc/>
    public async Task HoldAsync(Task work, bool ephemeral, CancellationToken cancellationToken)
    {
        if (await InteractionPatience.WaitAsync(work, receivedAt, time, cancellationToken))
            return;
        await AcknowledgeAsync(() => rest.Interactions.DeferAsync(interaction, ephemeral, cancellationToken));
        _deferred = true;
    }

    /// <inheritdoc/>
    public async Task RespondAsync(Reply reply, CancellationToken cancellationToken)
    {
        if (await TrySendAsync(ReplyMessage.New(reply), cancellationToken) && reply.WhenSent is { } told)
            await told(new SentReply(null, interaction.ApplicationId, interaction.Token), cancellationToken);
    }

    // False when an earlier process has given the answer.
    private async Task<bool> TrySendAsync(OutgoingMessage answer, CancellationToken cancellationToken)
    {
        if (!_deferred)
            await AcknowledgeAsync(() => rest.Interactions.RespondAsync(interaction, answer, cancellationToken));
        if (_isRepeated && !(await rest.Interactions.GetResponseAsync(interaction, cancellationToken)).IsLoading)
            return false;
        if (_deferred || _isRepeated)
            await rest.Interactions.EditResponseAsync(interaction, answer with { Flags = null }, cancellationToken);
        return true;
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
