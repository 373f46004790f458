namespace Vexera.Host.Drills.Bot;

/// <summary>What a bot that is drilled is started with. Its database is in its working directory.</summary>
/// <param name="Api">The HTTP API of the simulator.</param>
/// <param name="Token">The bot's token.</param>
/// <param name="Ledger">The file into which it writes the number of each message that a handler has handled.</param>
/// <param name="Settings">What to set besides, by path.</param>
/// <param name="Breaker">The name of what is broken on purpose, one of <see cref="Breakers.BreakerCatalog"/>; null for nothing.</param>
internal sealed record BotSetup(
    Uri Api, string Token, string Ledger, IReadOnlyDictionary<string, string> Settings, string? Breaker = null);
