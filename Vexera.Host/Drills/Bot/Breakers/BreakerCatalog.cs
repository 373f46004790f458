using Vexera.Core.Commands.Settings;
using Vexera.Core.Discord;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Identify;
using Vexera.Core.Gateway.Transport;
using Vexera.Core.Modules.Greeting;
using Vexera.Core.Monitoring.Sampling;
using Vexera.Core.Monitoring.Statsd;
using Vexera.Core.Rest.RateLimits;
using Vexera.Core.State;
using Vexera.Core.State.Durable;
using Vexera.Host.Drills.Bot.Breakers.Gateway;
using Vexera.Host.Drills.Bot.Breakers.Rest;
using Vexera.Host.Drills.Bot.Breakers.State;

namespace Vexera.Host.Drills.Bot.Breakers;

/// <summary>
/// Ways to break the bot on purpose, so that each promise can be seen to be broken. They live in the drilled bot's process alone:
/// what <c>vexera run</c> builds knows nothing of them.
/// </summary>
internal static class BreakerCatalog
{
    private const string Module = "Breaker";

    /// <summary>What each does to the bot's services, by name.</summary>
    public static IReadOnlyDictionary<string, Action<IServiceCollection>> All { get; } = new Dictionary<string, Action<IServiceCollection>>
    {
        ["throwing-stats"] = services => services.AddHostedService<ThrowingStats>(),
        ["unbounded-names"] = services => AddMessageHandler<UnboundedNames>(services),
        ["memory-leak"] = services => AddMessageHandler<MemoryLeak>(services),
        ["no-stats"] = services => services.Remove(services.Single(service => service.ImplementationType == typeof(StatsdSender))),
        ["no-alerts"] = services => services.Remove(services.Single(service => service.ImplementationType == typeof(Sampler))),

        ["full-queue"] = services => services.Decorate<IDispatchSink>((inner, _) => new FullQueue(inner)),
        ["no-members-intent"] = services => services.PostConfigure<GatewayOptions>(options => options.Intents &= ~GatewayIntents.GuildMembers),
        ["sequential-identify"] = services => services.Decorate<IIdentifyGate>((inner, provider) => new SequentialIdentify(inner, Time(provider))),
        ["no-identify-gate"] = services => services.Decorate<IIdentifyGate>((inner, _) => new NoGate(inner)),
        ["forgotten-sessions"] = services => services.Decorate<ISessionStore>((inner, _) => new ForgottenSessions(inner)),
        ["hesitant-reconnect"] = services => services.Decorate<IGatewayConnector>((inner, provider) => new HesitantConnector(inner, Time(provider))),
        ["restless-connections"] = services => services.Decorate<IGatewayConnector>((inner, provider) => new RestlessConnector(inner, Time(provider))),
        ["deaf-to-refusal"] = services => services.Decorate<IGatewayConnector>((inner, _) => new DeafConnector(inner)),

        ["unordered-writes"] = services => services.Decorate<IStateStore>((inner, _) => new UnorderedWrites(inner)),
        ["stale-sequence"] = services => services.Decorate<IStateStore>((inner, _) => new StaleSequence(inner)),
        ["slow-load"] = services => services.Decorate<IStateStore>((inner, provider) => new SlowLoad(inner, Time(provider))),
        ["cold-cache-unknown"] = services => services.Decorate<IGuildStates>((inner, _) => new ColdCacheUnknown(inner)),
        ["cases-cleaned-up"] = services => services.AddHostedService<CasesCleanedUp>(),

        ["answers-given-up"] = services => services.DecorateChannels((inner, _) => new AnswersGivenUp(inner)),
        ["answers-repeated"] = services => services.DecorateChannels((inner, _) => new AnswersRepeated(inner)),
        ["slow-answers"] = services => services.DecorateChannels((inner, provider) => new SlowAnswers(inner, Time(provider))),
        ["endless-answers"] = services => services.DecorateChannels((inner, _) => new EndlessAnswers(inner)),
        ["unreadable-settings"] = services => services.Decorate<IUserSettings>((inner, _) => new UnreadableSettings(inner)),
        ["no-rest-budget"] = services => services.AddSingleton<IRestBudget, NoBudget>(),

        ["thanks-without-ledger"] = services => AddGuildHandler<ThanksWithoutLedger>(services),
        ["thanks-twice"] = services => AddGuildHandler<ThanksTwice>(services),
        ["no-thanks"] = services => services.PostConfigure<GreetingOptions>(options => options.Thanks = false),
    };

    private static void AddMessageHandler<THandler>(IServiceCollection services)
        where THandler : class, IEventHandler<MessageCreateEvent> =>
        services.AddEventHandler<MessageCreateEvent, THandler>(Module);

    private static void AddGuildHandler<THandler>(IServiceCollection services)
        where THandler : class, IEventHandler<GuildCreateEvent> =>
        services.AddEventHandler<GuildCreateEvent, THandler>(Module);

    private static TimeProvider Time(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();
}
