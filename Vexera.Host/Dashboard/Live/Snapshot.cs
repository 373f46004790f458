using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Monitoring.Sampling;

namespace Vexera.Host.Dashboard.Live;

/// <summary>What every open page shows at one moment; made once for all of them.</summary>
/// <param name="At">When it was made.</param>
/// <param name="Shards">This process's shards by number; the same objects as before where nothing changed.</param>
/// <param name="ShardCount">How many shards the bot has over all processes; 0 before that is known.</param>
/// <param name="Guilds">How many guilds the bot is in.</param>
/// <param name="Latest">The last sample; null before the first.</param>
/// <param name="Average">Events a second over the last 30 minutes.</param>
/// <param name="Firing">The alerts of now; the same list as before where nothing changed.</param>
/// <param name="StartedAt">When the process started.</param>
/// <param name="ChartVersion">Rises when charts have to be drawn anew.</param>
internal sealed record Snapshot(
    DateTimeOffset At,
    IReadOnlyList<ShardView> Shards,
    int ShardCount,
    int Guilds,
    Sample? Latest,
    double Average,
    IReadOnlyList<Alert> Firing,
    DateTimeOffset StartedAt,
    long ChartVersion);
