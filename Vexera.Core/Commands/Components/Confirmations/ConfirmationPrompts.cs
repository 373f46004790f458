using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Components.Confirmations;

/// <summary>Asks people whether something is to be done.</summary>
/// <param name="store">Where questions are kept.</param>
/// <param name="time">The clock.</param>
internal sealed class ConfirmationPrompts(ConfirmationStore store, TimeProvider time)
{
    /// <summary>
    /// The question, for the caller alone to answer until it expires. The command is an <see cref="IConfirmableCommand"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The question would stand for too short or too long a time.</exception>
    /// <exception cref="Storage.StorageException">The question cannot be kept; it is not asked then.</exception>
    public async ValueTask<Reply> AskAsync(CommandContext context, Confirmation confirmation, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(confirmation.Lifetime, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(confirmation.Lifetime, Confirmation.Longest);
        var row = new ConfirmationRow
        {
            Cause = context.Cause,
            Command = context.Command.Definition.FullName,
            Payload = confirmation.Payload,
            Form = context.Form,
            Prefix = context.Prefix,
            Culture = context.Culture.Name,
            ChannelId = context.ChannelId,
            ExpiresAt = time.GetUtcNow() + confirmation.Lifetime,
        };
        await store.AddAsync(row, cancellationToken);
        return context.Say(confirmation.Question, ComponentsText.Until(Timestamp.Relative(row.ExpiresAt))) with
        {
            Components = [ActionRow.Of(ButtonOf(context, isYes: true), ButtonOf(context, isYes: false))],
            WhenSent = (place, ended) => store.PlaceAsync(row.Cause, place, ended),
        };
    }

    private static Button ButtonOf(CommandContext context, bool isYes) => new()
    {
        Style = isYes ? ButtonStyle.Danger : ButtonStyle.Secondary,
        Label = (isYes ? ComponentsText.Yes : ComponentsText.No).In(context.Culture),
        CustomId = ConfirmationAnswer.IdFor(context.User.Id, context.Cause, isYes),
    };
}
