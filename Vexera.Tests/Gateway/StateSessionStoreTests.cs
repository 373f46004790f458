using Vexera.Core;
using Vexera.Core.Gateway;
using Vexera.Core.State.Durable;
using Vexera.Core.State.Sessions;
using Vexera.Tests.State.Durable;

namespace Vexera.Tests.Gateway;

public sealed class StateSessionStoreTests : SessionStoreContract
{
    private readonly InMemoryStateStore _disk = new();
    private StateJournal _journal = new();

    private protected override async Task<ISessionStore> OpenAsync(params StoredSession[] leftOpen)
    {
        await _disk.CommitAsync(
            new StateCommit(
                [],
                [.. leftOpen.Select(one => new SavedSession(
                    new ShardKey(one.ShardId, one.ShardCount), one.Ticket.SessionId, one.Ticket.ResumeUrl?.AbsoluteUri, one.Ticket.Sequence, default))],
                []),
            TestContext.Current.CancellationToken);
        return await StartAsync();
    }

    private protected override async Task<ISessionStore> ReopenAsync()
    {
        var commit = _journal.Prepare();
        await _disk.CommitAsync(commit.State, TestContext.Current.CancellationToken);
        _journal.Committed(commit);
        return await StartAsync();
    }

    private async Task<ISessionStore> StartAsync()
    {
        _journal = new StateJournal();
        _journal.Restore((await _disk.LoadAsync(TestContext.Current.CancellationToken)).Sessions);
        return new StateSessionStore(_journal);
    }
}
