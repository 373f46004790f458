namespace Vexera.Host.Drills.Bot.Breakers;

/// <summary>
/// Ways to break the bot on purpose, so that a promise can be seen to be broken. They live in the drilled bot's process alone: what
/// <c>vexera run</c> builds knows nothing of them.
/// </summary>
internal static class BreakerCatalog
{
    /// <summary>What each does to the bot's services, by name.</summary>
    public static IReadOnlyDictionary<string, Action<IServiceCollection>> All { get; } = new Dictionary<string, Action<IServiceCollection>>
    {
    };
}
