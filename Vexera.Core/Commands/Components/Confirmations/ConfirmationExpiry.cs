using System.Globalization;
using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest;
using Vexera.Core.Scheduling;

namespace Vexera.Core.Commands.Components.Confirmations;

/// <summary>Takes the buttons from a question that nobody has answered in time, and forgets it.</summary>
internal sealed class ConfirmationExpiry(ConfirmationStore store, IDiscordRest rest, ILogger<ConfirmationExpiry> logger) : IDueWorkHandler
{
    /// <summary>The kind of work; its key is the question.</summary>
    public const string WorkKind = "components.confirmation";

    private const int MostAttempts = 5;

    /// <inheritdoc/>
    public string Kind => WorkKind;

    /// <inheritdoc/>
    public async Task<DueOutcome> HandleAsync(DueWork work, int attempt, CancellationToken cancellationToken)
    {
        var cause = Snowflake.Parse(work.Key, CultureInfo.InvariantCulture);
        if (await store.FindAsync(cause, cancellationToken) is not { } row)
            return DueOutcome.Done;
        // Begun and not ended: at work still, or cut short by a crash and about to come again.
        if (row is { AnsweredBy: not null, IsDone: false } && attempt < MostAttempts)
            return DueOutcome.RetryLater(Confirmation.Longest);
        if (row.AnsweredBy is null && !await TryShowAsync(row, cancellationToken) && attempt < MostAttempts)
            return DueOutcome.RetryLater();
        await store.RemoveAsync(cause, cancellationToken);
        return DueOutcome.Done;
    }

    // False when it is worth trying again.
    private async Task<bool> TryShowAsync(ConfirmationRow row, CancellationToken cancellationToken)
    {
        var expired = new OutgoingMessage
        {
            Content = ComponentsText.Expired.In(CultureInfo.GetCultureInfo(row.Culture)),
            Components = [],
        };
        try
        {
            if (row.Place is { MessageId: { } message })
                await rest.Channels.EditMessageAsync(row.ChannelId, message, expired, cancellationToken);
            else if (row.Place is { ApplicationId: { } application, Token: { } token })
                await rest.Interactions.EditResponseAsync(InteractionOf(application, token), expired, cancellationToken);
            return true;
        }
        catch (DiscordRestException e)
        {
            // Deleted, out of reach, or too late for the interaction.
            ComponentsLog.ExpiryNotShown(logger, e.Message, row.Cause);
            return true;
        }
        catch (DiscordUnreachableException)
        {
            return false;
        }
    }

    private static Interaction InteractionOf(Snowflake application, string token) => new()
    {
        Id = default,
        ApplicationId = application,
        Type = InteractionType.ApplicationCommand,
        Token = token,
    };
}
