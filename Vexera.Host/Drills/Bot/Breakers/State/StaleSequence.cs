using Vexera.Core.State.Durable;

namespace Vexera.Host.Drills.Bot.Breakers.State;

/// <summary>Sessions are written as they stood some events ago, so that what Discord replays after a start is handled again.</summary>
internal sealed class StaleSequence(IStateStore inner) : PassingStateStore(inner)
{
    private const int Events = 50;

    /// <inheritdoc/>
    public override Task CommitAsync(StateCommit commit, CancellationToken cancellationToken) =>
        Inner.CommitAsync(commit with { Sessions = [.. commit.Sessions.Select(Stale)] }, cancellationToken);

    private static SavedSession Stale(SavedSession session) =>
        session with { Sequence = Math.Max(1, session.Sequence - Events), Handled = ReadOnlyMemory<byte>.Empty };
}
