namespace Vexera.Host.Drills.Staging;

/// <summary>Measures how long shards that lost their connections take to come back, by RESUME or IDENTIFY.</summary>
/// <param name="drill">The drill.</param>
internal sealed class ShardReturn(Drill drill)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);
    private readonly List<(TimeSpan At, TimeSpan Took)> _seen = [];

    /// <summary>When connections were lost, and how long it took until all were back.</summary>
    public IReadOnlyList<(TimeSpan At, TimeSpan Took)> Seen => _seen;

    /// <summary>Takes connections away and waits for their return.</summary>
    /// <param name="shards">How many lose theirs.</param>
    /// <param name="within">How long to wait at most; what is not back then counts as having taken that long.</param>
    /// <param name="lose">Takes them away.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task AfterAsync(int shards, TimeSpan within, Func<Task> lose, CancellationToken cancellationToken)
    {
        var before = await drill.Sandbox.StatsAsync(cancellationToken);
        var began = drill.Timeline.Now;
        await lose();
        while (drill.Timeline.Now - began < within)
        {
            var now = await drill.Sandbox.StatsAsync(cancellationToken);
            if (now.Resumes + now.Identifies - before.Resumes - before.Identifies >= shards && now.Attached >= drill.Shards)
                break;
            await Task.Delay(LookEvery, TimeProvider.System, cancellationToken);
        }

        _seen.Add((began, drill.Timeline.Now - began));
    }
}
