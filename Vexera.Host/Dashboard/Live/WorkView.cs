using Vexera.Core.Rest.RateLimits;
using Vexera.Core.Storage;

namespace Vexera.Host.Dashboard.Live;

/// <summary>What the bot does and how long it takes, since the process started.</summary>
/// <param name="Commands">Each command that was used, the most used first.</param>
/// <param name="Handlers">Each module's event handlers, the busiest first.</param>
/// <param name="Routes">Each route of Discord's HTTP API that was asked, the most asked first.</param>
/// <param name="Pressure">Where requests wait for Discord's limits.</param>
/// <param name="IdentifiesLeft">IDENTIFYs that may still be sent today, the reserve left out; null before Discord told.</param>
/// <param name="IdentifiesSent">IDENTIFYs sent.</param>
/// <param name="Resumes">RESUMEs sent.</param>
/// <param name="Reconnects">Connections ended, by Discord's close code; none where the connection broke.</param>
/// <param name="Cache">Guilds' state.</param>
/// <param name="Commit">How long a commit took: count, mean and slowest.</param>
/// <param name="FailedCommits">Commits that failed.</param>
/// <param name="Trouble">What is wrong with the database; null when all is well.</param>
/// <param name="Held">Writes that wait until the database takes them.</param>
internal sealed record WorkView(
    IReadOnlyList<CommandRow> Commands,
    IReadOnlyList<TimingRow> Handlers,
    IReadOnlyList<RouteRow> Routes,
    IReadOnlyList<RestPressure> Pressure,
    int? IdentifiesLeft,
    long IdentifiesSent,
    long Resumes,
    IReadOnlyList<KeyValuePair<string, long>> Reconnects,
    CacheView Cache,
    TimingRow Commit,
    long FailedCommits,
    StorageTrouble? Trouble,
    int Held);

/// <summary>One command.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Done">How often it was done.</param>
/// <param name="Refused">How often it was refused: a permission, a cooldown, an argument.</param>
/// <param name="Failed">How often it failed or took too long.</param>
/// <param name="Mean">From a call to its answer: the mean, in seconds.</param>
/// <param name="Slow">What 99 of 100 stayed under, in seconds.</param>
internal sealed record CommandRow(string Name, long Done, long Refused, long Failed, double Mean, double Slow);

/// <summary>How long something took.</summary>
/// <param name="Name">What.</param>
/// <param name="Count">How often.</param>
/// <param name="Failed">How often it failed.</param>
/// <param name="Mean">The mean, in seconds.</param>
/// <param name="Slow">What 99 of 100 stayed under, in seconds.</param>
/// <param name="Most">The slowest, in seconds.</param>
internal sealed record TimingRow(string Name, long Count, long Failed, double Mean, double Slow, double Most);

/// <summary>One route.</summary>
/// <param name="Name">The route.</param>
/// <param name="Count">How often it was asked.</param>
/// <param name="Limited">How many answers were 429.</param>
/// <param name="Failed">How many answers were other refusals or failures, or never came.</param>
internal sealed record RouteRow(string Name, long Count, long Limited, long Failed);

/// <summary>Guilds' state in memory.</summary>
/// <param name="Bytes">Bytes of it.</param>
/// <param name="HitRatio">The share of looks that found the guild there, 0 to 1, over the last sample's interval.</param>
/// <param name="Reads">Guilds read from the database.</param>
/// <param name="Fetches">Guilds asked of Discord.</param>
internal sealed record CacheView(long Bytes, double HitRatio, long Reads, long Fetches);
