namespace Vexera.Core.Commands.Replies;

/// <summary>
/// How long Discord can be left without an answer to an interaction: it gives 3 seconds, and the way there takes some of them.
/// Source: https://discord.com/developers/docs/interactions/receiving-and-responding.
/// </summary>
internal static class InteractionPatience
{
    /// <summary>How long the answer may take before Discord is told that it is coming.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>Waits for work for as long as that.</summary>
    /// <param name="work">What makes the answer.</param>
    /// <param name="receivedAt">When the interaction came: a timestamp of <paramref name="time"/>.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the work has ended.</returns>
    public static async Task<bool> WaitAsync(Task work, long receivedAt, TimeProvider time, CancellationToken cancellationToken)
    {
        var left = Limit - time.GetElapsedTime(receivedAt);
        if (left > TimeSpan.Zero)
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(work, Task.Delay(left, time, ended.Token));
            await ended.CancelAsync();
        }

        return work.IsCompleted;
    }
}
