using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest;

namespace Vexera.Core.Commands.Components;

/// <summary>
/// Answers the use of a component: at once, or by a silent acknowledgement within the 3 seconds that Discord gives and a change later.
/// One that an earlier process has acknowledged is answered as if it were slow.
/// Source: https://discord.com/developers/docs/interactions/receiving-and-responding.
/// </summary>
/// <param name="interaction">The interaction.</param>
/// <param name="receivedAt">When it came: a timestamp of <paramref name="time"/>.</param>
/// <param name="rest">Where answers go.</param>
/// <param name="time">What the 3 seconds are measured with.</param>
internal sealed class ComponentResponder(Interaction interaction, long receivedAt, IDiscordRest rest, TimeProvider time)
{
    private bool _isAcknowledged;
    private bool _isRepeated;

    /// <summary>Tells Discord that the answer is coming when it does not come soon. Ends with <paramref name="work"/> at the latest.</summary>
    public async Task HoldAsync(Task work, CancellationToken cancellationToken)
    {
        if (!await InteractionPatience.WaitAsync(work, receivedAt, time, cancellationToken))
            await TryFirstAsync(() => rest.Interactions.DeferUpdateAsync(interaction, cancellationToken));
    }

    /// <summary>Changes the message, says the note, or only acknowledges.</summary>
    public async Task RespondAsync(ComponentAnswer answer, CancellationToken cancellationToken)
    {
        if (ChangeOf(answer) is { } change)
            await ChangeAsync(change, cancellationToken);
        if (answer.Note is { } note)
            await TellAsync(ReplyMessage.New(note), cancellationToken);
        if (!_isAcknowledged)
            await TryFirstAsync(() => rest.Interactions.DeferUpdateAsync(interaction, cancellationToken));
        if (answer.Message?.WhenSent is { } told)
            await told(new SentReply(null, interaction.ApplicationId, interaction.Token), cancellationToken);
    }

    private static OutgoingMessage? ChangeOf(ComponentAnswer answer)
    {
        if (answer.Message is { } message)
            return ReplyMessage.Whole(message);
        return answer.TakesComponentsAway ? new OutgoingMessage { Components = [] } : null;
    }

    private async Task ChangeAsync(OutgoingMessage change, CancellationToken cancellationToken)
    {
        if (!_isAcknowledged && await TryFirstAsync(() => rest.Interactions.UpdateMessageAsync(interaction, change, cancellationToken)))
            return;
        if (!await WasToldAsync(cancellationToken))
            await rest.Interactions.EditResponseAsync(interaction, change, cancellationToken);
    }

    private async Task TellAsync(OutgoingMessage note, CancellationToken cancellationToken)
    {
        if (!_isAcknowledged && await TryFirstAsync(() => rest.Interactions.RespondAsync(interaction, note, cancellationToken)))
            return;
        if (!await WasToldAsync(cancellationToken))
            await rest.Interactions.FollowUpAsync(interaction, note, cancellationToken);
    }

    // Whether an earlier process has answered with a note, and is not to be followed by another answer.
    private async Task<bool> WasToldAsync(CancellationToken cancellationToken) =>
        _isRepeated && (await rest.Interactions.GetResponseAsync(interaction, cancellationToken)).Id != interaction.Message?.Id;

    private async Task<bool> TryFirstAsync(Func<Task> acknowledge)
    {
        _isAcknowledged = true;
        try
        {
            await acknowledge();
            return true;
        }
        catch (DiscordRestException e) when (e.Code == DiscordErrorCodes.AlreadyAcknowledged)
        {
            _isRepeated = true;
            return false;
        }
    }
}
