using Microsoft.Extensions.Logging;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Rest;

namespace Vexera.Core.Commands.Components;

/// <summary>Takes the use of buttons and selects.</summary>
internal sealed class ComponentHandler(
    SlashCalls calls,
    ComponentExecutor executor,
    CommandRunner runner,
    IDiscordRest rest,
    TimeProvider time,
    ILogger<ComponentHandler> logger) : IEventHandler<InteractionCreateEvent>
{
    // Stands for the command of a component that belongs to none.
    private static readonly CommandEntry NoCommand = new(
        new CommandDefinition { Name = "component", Category = new CommandCategory("none", CommandsText.Nothing), Description = CommandsText.Nothing },
        "",
        (_, _) => throw new NotSupportedException());

    /// <inheritdoc/>
    public async ValueTask HandleAsync(EventContext<InteractionCreateEvent> context, CancellationToken cancellationToken)
    {
        var interaction = context.Event.Interaction;
        if (interaction is not { Type: InteractionType.MessageComponent, Data: { CustomId: { } customId } data, Message: { } message })
            return;
        if (await calls.ReadAsync(context, NoCommand, [], cancellationToken) is not { } call)
            return;
        var use = new ComponentContext
        {
            Call = call,
            CustomId = customId,
            Values = data.Values,
            Resolved = data.Resolved ?? new ResolvedData(),
            Message = message,
        };
        await runner.BeginAsync(context, stopping => AnswerAsync(use, interaction, context.Origin, stopping), cancellationToken);
    }

    private async Task AnswerAsync(ComponentContext use, Interaction interaction, EventOrigin origin, CancellationToken stopping)
    {
        var responder = new ComponentResponder(interaction, origin.ReceivedAt, rest, time);
        try
        {
            var work = executor.AnswerAsync(use, stopping);
            await HoldAsync(responder, use, work, stopping);
            await responder.RespondAsync(await work, stopping);
        }
        catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            ComponentsLog.AnswerFailed(logger, e, use.Id.Name ?? "", use.Call.GuildId, use.Call.ChannelId, use.Call.Cause);
        }
    }

    // What is begun is finished, even where Discord cannot be told that it takes longer.
    private async Task HoldAsync(ComponentResponder responder, ComponentContext use, Task work, CancellationToken stopping)
    {
        try
        {
            await responder.HoldAsync(work, stopping);
        }
        catch (Exception e) when (e is DiscordRestException or DiscordUnreachableException)
        {
            ComponentsLog.AnswerFailed(logger, e, use.Id.Name ?? "", use.Call.GuildId, use.Call.ChannelId, use.Call.Cause);
            await work;
        }
    }
}
