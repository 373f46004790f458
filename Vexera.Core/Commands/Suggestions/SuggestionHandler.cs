using Microsoft.Extensions.Logging;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Rest;

namespace Vexera.Core.Commands.Suggestions;

/// <summary>Answers Discord when it asks for suggestions, beside the guild's event queue.</summary>
internal sealed class SuggestionHandler(
    SlashCalls calls, SuggestionExecutor executor, CommandRunner runner, IDiscordRest rest, ILogger<SuggestionHandler> logger)
    : IEventHandler<InteractionCreateEvent>
{
    /// <inheritdoc/>
    public async ValueTask HandleAsync(EventContext<InteractionCreateEvent> context, CancellationToken cancellationToken)
    {
        var interaction = context.Event.Interaction;
        if (interaction.Type == InteractionType.Autocomplete && await calls.ReadAsync(context, cancellationToken) is { } call)
            await runner.BeginAsync(context, stopping => AnswerAsync(interaction, call, stopping), cancellationToken);
    }

    private async Task AnswerAsync(Interaction interaction, CommandContext call, CancellationToken stopping)
    {
        var suggestions = await executor.SuggestAsync(call, stopping);
        try
        {
            await rest.Interactions.SuggestAsync(interaction, suggestions, stopping);
        }
        catch (Exception e) when (e is DiscordRestException or DiscordUnreachableException)
        {
            CommandsLog.SuggestionsUnsent(logger, e, call.Command.Definition.FullName, call.Cause);
        }
    }
}
