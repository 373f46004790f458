using Vexera.Core.Gateway;

namespace Vexera.Tests.Gateway;

public sealed class MemorySessionStoreTests : SessionStoreContract
{
    private readonly MemorySessionStore _store = new();

    private protected override Task<ISessionStore> OpenAsync(params StoredSession[] leftOpen)
    {
        _store.Sessions.AddRange(leftOpen);
        return Task.FromResult<ISessionStore>(_store);
    }

    private protected override Task<ISessionStore> ReopenAsync() => Task.FromResult<ISessionStore>(_store);
}
