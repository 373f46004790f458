using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Session;

namespace Vexera.Tests.Gateway;

/// <summary>What every session store keeps to.</summary>
public abstract class SessionStoreContract
{
    private protected static readonly StoredSession
        First = new(0, 2, new SessionTicket("a", new Uri("wss://resume.example/"), 17)),
        Second = new(1, 2, new SessionTicket("b", null, 5)),
        OfAnotherCount = new(1, 3, new SessionTicket("c", null, 1));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The store under test, as the next process finds it after one that left these sessions open.</summary>
    private protected abstract Task<ISessionStore> OpenAsync(params StoredSession[] leftOpen);

    /// <summary>The store as the process after that finds it.</summary>
    private protected abstract Task<ISessionStore> ReopenAsync();

    [Fact]
    public async Task LoadAsync_NothingLeftOpen_IsEmpty()
    {
        var store = await OpenAsync();

        (await store.LoadAsync(Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task LoadAsync_LeftOpen_GivesWhatItTakesToResume()
    {
        var store = await OpenAsync(First, Second, OfAnotherCount);

        (await store.LoadAsync(Stop)).ShouldBe([First, Second, OfAnotherCount], ignoreOrder: true);
        (await store.LoadAsync(Stop)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task DiscardAsync_Some_AreGoneNowAndInTheNextProcess()
    {
        var store = await OpenAsync(First, Second, OfAnotherCount);

        await store.DiscardAsync([OfAnotherCount, First], Stop);

        (await store.LoadAsync(Stop)).ShouldBe([Second]);
        (await (await ReopenAsync()).LoadAsync(Stop)).ShouldBe([Second]);
    }

    [Fact]
    public async Task DiscardAsync_Unknown_DoesNothing()
    {
        var store = await OpenAsync(First);

        await store.DiscardAsync([Second], Stop);

        (await store.LoadAsync(Stop)).ShouldBe([First]);
    }
}
