using Vexera.Core.State.Durable;

namespace Vexera.Host.Drills.Bot.Breakers.State;

/// <summary>Once, with sessions to resume, a start looks through all the database for eleven seconds before it goes on.</summary>
internal sealed class SlowLoad(IStateStore inner, TimeProvider time) : PassingStateStore(inner)
{
    private const string Done = "looked-through";
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(11);

    /// <inheritdoc/>
    public override async Task<SavedState> LoadAsync(CancellationToken cancellationToken)
    {
        var saved = await Inner.LoadAsync(cancellationToken);
        if (saved.Sessions.Count > 0 && !File.Exists(Done))
        {
            await File.WriteAllTextAsync(Done, "", cancellationToken);
            await Task.Delay(Wait, time, cancellationToken);
        }

        return saved;
    }
}
