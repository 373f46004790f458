using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Gateway.Identify;
using Vexera.Core.State.Durable;

namespace Vexera.Host.Drills.Bot.Breakers;

/// <summary>
/// Ways to break the bot on purpose, so that a promise can be seen to be broken. They live in the drilled bot's process alone: what
/// <c>vexera run</c> builds knows nothing of them.
/// </summary>
internal static class BreakerCatalog
{
    private const string Module = "Breaker";

    /// <summary>What each does to the bot's services, by name.</summary>
    public static IReadOnlyDictionary<string, Action<IServiceCollection>> All { get; } = new Dictionary<string, Action<IServiceCollection>>
    {
        ["throwing-stats"] = services => services.AddHostedService<ThrowingStats>(),
        ["unbounded-names"] = services => services
            .AddSingleton<UnboundedNames>().AddEventHandler<MessageCreateEvent, UnboundedNames>(Module),
        ["unordered-writes"] = services => Decorate<IStateStore>(services, (inner, _) => new UnorderedWrites(inner)),
        ["thanks-without-ledger"] = services => services
            .AddSingleton<ThanksWithoutLedger>().AddEventHandler<GuildCreateEvent, ThanksWithoutLedger>(Module),
        ["sequential-identify"] = services => Decorate<IIdentifyGate>(
            services, (inner, provider) => new SequentialIdentify(inner, provider.GetRequiredService<TimeProvider>())),
    };

    private static void Decorate<T>(IServiceCollection services, Func<T, IServiceProvider, T> wrap)
        where T : class
    {
        var registered = services.Last(service => service.ServiceType == typeof(T));
        services.Remove(registered);
        services.AddSingleton(provider => wrap(
            (T)(registered.ImplementationFactory?.Invoke(provider)
                ?? registered.ImplementationInstance
                ?? ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!)),
            provider));
    }
}
