using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vexera.Core.Commands.Components.Confirmations;
using Vexera.Core.Commands.Components.Paging;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Scheduling;

namespace Vexera.Core.Commands.Components;

/// <summary>Registers the room of buttons and selects, and their handlers into it.</summary>
internal static class ComponentsRegistration
{
    private const string Module = "Commands";

    /// <summary>Adds everything that makes components, pages and confirmations work. Needs what commands need, and Scheduling.</summary>
    public static IServiceCollection AddComponents(this IServiceCollection services)
    {
        services.TryAddSingleton<ComponentCatalog>();
        services.TryAddSingleton<ComponentExecutor>();
        services.TryAddSingleton<PageStore>();
        services.TryAddSingleton<ReplyFitter>();
        services.TryAddSingleton<ConfirmationStore>();
        services.TryAddSingleton<ConfirmableCommands>();
        services.TryAddSingleton<ConfirmationPrompts>();
        return services
            .AddComponent<PageTurn>(Module)
            .AddComponent<ConfirmationAnswer>(Module)
            .AddDueWork<ConfirmationExpiry>(Module)
            .AddEventHandler<InteractionCreateEvent, ComponentHandler>(Module);
    }

    /// <summary>Adds a kind of button or select.</summary>
    /// <typeparam name="TComponent">Answers its use; made when it is first used.</typeparam>
    /// <param name="services">Where to register.</param>
    /// <param name="module">The module it is switched on and off with.</param>
    public static IServiceCollection AddComponent<TComponent>(this IServiceCollection services, string module)
        where TComponent : class, IComponent
    {
        services.AddSingleton<TComponent>();
        return services.AddSingleton(provider => new ComponentEntry(
            TComponent.Definition,
            module,
            (context, cancellationToken) => provider.GetRequiredService<TComponent>().UseAsync(context, cancellationToken)));
    }

    /// <summary>Says that a command, which is added besides, asks before it acts.</summary>
    /// <typeparam name="TCommand">The command.</typeparam>
    /// <param name="services">Where to register.</param>
    public static IServiceCollection AddConfirmation<TCommand>(this IServiceCollection services)
        where TCommand : class, IConfirmableCommand =>
        services.AddSingleton(provider => new ConfirmableCommand(
            TCommand.Definition.FullName,
            (context, payload, cancellationToken) =>
                provider.GetRequiredService<TCommand>().ConfirmedAsync(context, payload, cancellationToken)));
}
