using Vexera.Core.State.Updates;
using Vexera.Core.Telemetry;

namespace Vexera.Core.State;

/// <summary>Finds states that are not in memory: on disk, else by asking Discord, once for all who wait.</summary>
/// <param name="records">Where records are.</param>
/// <param name="source">Asks Discord.</param>
/// <param name="metrics">Counts what Discord is asked.</param>
internal sealed class GuildFetches(GuildRecords records, IGuildStateSource source, VexeraMetrics metrics)
{
    private const int Attempts = 3;

    /// <summary>The guild's newest state; null when the bot is not in the guild. Failures of the source are for all who wait.</summary>
    public Task<GuildState?> FindAsync(KnownGuild known)
    {
        TaskCompletionSource<GuildState?> finding;
        lock (known)
        {
            if (known.Fetching is { } running)
                return running;
            finding = new TaskCompletionSource<GuildState?>(TaskCreationOptions.RunContinuationsAsynchronously);
            known.Fetching = finding.Task;
        }

        _ = CompleteAsync(known, finding);
        return finding.Task;
    }

    private async Task CompleteAsync(KnownGuild known, TaskCompletionSource<GuildState?> finding)
    {
        var search = ReadOrFetchAsync(known);
        await ((Task)search).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (known)
            known.Fetching = null;
        finding.SetFromTask(search);
    }

    private async Task<GuildState?> ReadOrFetchAsync(KnownGuild known)
    {
        while (!IsMissing(known))
        {
            var read = await records.ReadAsync(known);
            if (records.AtHand(known) is { } changed)
                return changed;
            if (read.Version == VersionOf(known))
            {
                if (read.State is { } state)
                    return state;
                break;
            }
        }

        return await FetchAsync(known);
    }

    private async Task<GuildState?> FetchAsync(KnownGuild known)
    {
        for (var attempt = 1; ; attempt++)
        {
            var version = VersionOf(known);
            metrics.StateFetches.Add(1);
            if (await source.FetchAsync(known.Id, CancellationToken.None) is not { } snapshot)
                return null;
            lock (known)
            {
                if (records.AtHand(known) is { } arrived)
                    return arrived;
                var state = GuildUpdates.Create(snapshot, known.MemberCount, known.Presence != GuildPresence.Unavailable);
                if (known.Version == version && known.Presence != GuildPresence.Left)
                    records.Keep(known, state, known.Shard);
                else if (attempt < Attempts)
                    continue;
                return state;
            }
        }
    }

    private static bool IsMissing(KnownGuild known)
    {
        lock (known)
            return known.IsMissing;
    }

    private static long VersionOf(KnownGuild known)
    {
        lock (known)
            return known.Version;
    }
}
