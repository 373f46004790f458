using Vexera.Host.Drills.Processes;

namespace Vexera.Host.Drills.Staging;

/// <summary>Measures how long shards that lost their connections take to come back, by RESUME or IDENTIFY.</summary>
/// <param name="fleet">Shards of the bot.</param>
/// <param name="look">Asks the simulator what it counted.</param>
/// <param name="now">The moment, from the drill's beginning.</param>
/// <param name="time">The clock.</param>
internal sealed class ShardReturn(int fleet, Func<CancellationToken, Task<SandboxStats>> look, Func<TimeSpan> now, TimeProvider time)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);
    private readonly List<ShardLoss> _seen = [];

    /// <summary>Each time that connections were lost.</summary>
    public IReadOnlyList<ShardLoss> Seen => _seen;

    /// <summary>Takes connections away and waits for their return.</summary>
    /// <param name="shards">How many lose theirs.</param>
    /// <param name="within">How long to wait at most.</param>
    /// <param name="lose">Takes them away.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task AfterAsync(int shards, TimeSpan within, Func<Task> lose, CancellationToken cancellationToken)
    {
        var before = await look(cancellationToken);
        var began = now();
        await lose();
        while (!IsOver(before, await look(cancellationToken), shards))
        {
            if (now() - began >= within)
            {
                _seen.Add(new ShardLoss(began, now() - began, AreBack: false));
                return;
            }

            await Task.Delay(LookEvery, time, cancellationToken);
        }

        _seen.Add(new ShardLoss(began, now() - began, AreBack: true));
    }

    private bool IsOver(SandboxStats before, SandboxStats now, int shards) =>
        now.Resumes + now.Identifies - before.Resumes - before.Identifies >= shards && now.Attached >= fleet;
}

/// <summary>A loss of connections that the scenario wanted.</summary>
/// <param name="At">When, from the drill's beginning.</param>
/// <param name="Took">How long it took until all were back, or how long they were waited for.</param>
/// <param name="AreBack">Whether they came back.</param>
internal sealed record ShardLoss(TimeSpan At, TimeSpan Took, bool AreBack);
