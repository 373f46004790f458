using Vexera.Core.State;
using Vexera.Core.State.Sessions;
using Vexera.Core.Storage;

namespace Vexera.Tests.State.Sessions;

/// <summary>Keeps who the bot is in memory.</summary>
internal sealed class MemorySelfStore : ISelfStore
{
    /// <summary>While set, every use fails as a database does that cannot be reached.</summary>
    public bool Fails { get; set; }

    public SelfSnapshot? Saved { get; private set; }

    public int Saves { get; private set; }

    public Task<SelfSnapshot?> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(Fails ? throw Failure() : Saved);

    public Task SaveAsync(SelfSnapshot self, CancellationToken cancellationToken)
    {
        if (Fails)
            throw Failure();
        Saved = self;
        Saves++;
        return Task.CompletedTask;
    }

    private static StorageException Failure() => new("memory", StorageProblem.Failed, "The store is out of reach.");
}
