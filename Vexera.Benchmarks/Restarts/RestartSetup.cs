namespace Vexera.Benchmarks.Restarts;

/// <summary>What a bot that is restarted is started with. Its database is in its working directory.</summary>
/// <param name="Api">The HTTP API of the simulator.</param>
/// <param name="Token">The bot's token.</param>
/// <param name="Ledger">The file into which it writes the number of each message that a handler has handled.</param>
/// <param name="Settings">What to set besides, by path.</param>
internal sealed record RestartSetup(Uri Api, string Token, string Ledger, IReadOnlyDictionary<string, string> Settings);
