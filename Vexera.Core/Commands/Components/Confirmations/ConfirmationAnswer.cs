using System.Globalization;
using Vexera.Core.Commands.Checks;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Components.Confirmations;

/// <summary>The buttons Yes and No under a question.</summary>
internal sealed class ConfirmationAnswer(
    ConfirmationStore store, ConfirmableCommands confirmable, CommandCatalog commands, CommandChecks checks, TimeProvider time) : IComponent
{
    private const string Yes = "y", No = "n";

    /// <inheritdoc/>
    public static ComponentDefinition Definition { get; } = new() { Name = "confirm", SingleUse = true };

    /// <summary>The id of a button.</summary>
    /// <param name="caller">Who may answer.</param>
    /// <param name="cause">The question.</param>
    /// <param name="isYes">What the button says.</param>
    public static string IdFor(Snowflake caller, Snowflake cause, bool isYes) => Definition.IdFor(caller, $"{cause}.{(isYes ? Yes : No)}");

    /// <inheritdoc/>
    public async ValueTask<ComponentAnswer> UseAsync(ComponentContext context, CancellationToken cancellationToken)
    {
        var parts = context.Payload.Split('.');
        if (parts is not [var id, Yes or No] || !Snowflake.TryParse(id, CultureInfo.InvariantCulture, out var cause)
            || await store.FindAsync(cause, cancellationToken) is not { } row || Find(row, context.Call) is not var (call, confirmed))
            return ComponentAnswer.Close().AndTell(context.Call.Say(ComponentsText.QuestionGone));
        var now = time.GetUtcNow();
        if (row.AnsweredBy is null && row.ExpiresAt <= now)
            return ComponentAnswer.Replace(call.Say(ComponentsText.Expired));
        if (parts[1] == Yes && await checks.CheckAccessAsync(call, cancellationToken) is { } refusal)
            return ComponentAnswer.Tell(call.Say(refusal.Message));
        if (!await store.TryAnswerAsync(cause, context.Call.Cause, now, cancellationToken))
            return ComponentAnswer.Close();
        return await EndAsync(cause, parts[1] == Yes ? confirmed(call, row.Payload, cancellationToken) : new(call.Say(ComponentsText.Declined)));
    }

    // Also what failed has ended: it is not begun again, except after a kill or a stop.
    private async Task<ComponentAnswer> EndAsync(Snowflake cause, ValueTask<Replies.Reply> work)
    {
        try
        {
            var answer = ComponentAnswer.Replace(await work);
            await store.EndAsync(cause, CancellationToken.None);
            return answer;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await store.EndAsync(cause, CancellationToken.None);
            throw;
        }
    }

    private (CommandContext Call, ConfirmedHandler Confirmed)? Find(ConfirmationRow row, CommandContext call) =>
        commands.Find(row.Command) is { } command && confirmable.Find(row.Command) is { } confirmed
            ? (call with { Command = command, Form = row.Form, Prefix = row.Prefix, Cause = row.Cause }, confirmed)
            : null;
}
