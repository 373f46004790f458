using Vexera.Core.Discord;
using Vexera.Core.State.Durable;

namespace Vexera.Tests.State.Durable;

/// <summary>What every state store keeps to.</summary>
public abstract class StateStoreContract
{
    private static readonly Snowflake One = new(1UL << 40), Two = new(2UL << 40), Highest = new(ulong.MaxValue);
    private static readonly ShardKey Shard = new(0, 2);

    /// <summary>The store under test, empty at first.</summary>
    private protected abstract IStateStore Store { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LoadAsync_Fresh_IsEmpty()
    {
        var saved = await Store.LoadAsync(Stop);

        saved.Guilds.ShouldBeEmpty();
        saved.Sessions.ShouldBeEmpty();
        (await Store.ReadAsync(One, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task CommitAsync_Guilds_AreListedAndRead()
    {
        await CommitAsync(Guild(One, 7, [1, 2, 3]), Guild(Two, 8, [4], available: false), Guild(Highest, 0, [0, 255]));

        (await Store.LoadAsync(Stop)).Guilds.ShouldBe(
            [new SavedGuild(One, 7, true), new SavedGuild(Two, 8, false), new SavedGuild(Highest, 0, true)], ignoreOrder: true);
        (await ReadAsync(One)).ShouldBe([1, 2, 3]);
        (await ReadAsync(Two)).ShouldBe([4]);
        (await ReadAsync(Highest)).ShouldBe([0, 255]);
    }

    [Fact]
    public async Task CommitAsync_SliceOfALargerArray_WritesTheSlice()
    {
        await Store.CommitAsync(new StateCommit([new GuildWrite(One, 1, true, new byte[] { 1, 2, 3, 4 }.AsMemory(1, 2))], [], []), Stop);

        (await ReadAsync(One)).ShouldBe([2, 3]);
    }

    [Fact]
    public async Task CommitAsync_GuildAgain_TakesThePlaceOfTheFormer()
    {
        await CommitAsync(Guild(One, 7, [1, 2, 3]), Guild(Two, 8, [4]));

        await CommitAsync(Guild(One, 9, [5], available: false));

        (await Store.LoadAsync(Stop)).Guilds.ShouldBe([new SavedGuild(One, 9, false), new SavedGuild(Two, 8, true)], ignoreOrder: true);
        (await ReadAsync(One)).ShouldBe([5]);
        (await ReadAsync(Two)).ShouldBe([4]);
    }

    [Fact]
    public async Task CommitAsync_GuildWithoutRecord_IsGone()
    {
        await CommitAsync(Guild(One, 7, [1]), Guild(Two, 8, [2]));

        await CommitAsync(Guild(One, 7, null));

        (await Store.LoadAsync(Stop)).Guilds.ShouldBe([new SavedGuild(Two, 8, true)]);
        (await Store.ReadAsync(One, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task CommitAsync_EmptyRecord_IsListedAndNotRead()
    {
        await CommitAsync(Guild(One, 7, []));

        (await Store.LoadAsync(Stop)).Guilds.ShouldBe([new SavedGuild(One, 7, true)]);
        (await Store.ReadAsync(One, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task CommitAsync_LargeRecord_ComesBackWhole()
    {
        var large = new byte[200_000];
        new Random(1).NextBytes(large);

        await CommitAsync(Guild(One, 1, large));

        (await ReadAsync(One)).ShouldBe(large);
    }

    [Fact]
    public async Task CommitAsync_Sessions_AreLoaded()
    {
        var first = new SavedSession(Shard, "a", null, 5, ReadOnlyMemory<byte>.Empty);
        var second = new SavedSession(new ShardKey(1, 2), "b", "wss://x.example", long.MaxValue, new byte[] { 9, 8 });
        await Store.CommitAsync(new StateCommit([], [first, second], []), Stop);

        (await SessionsAsync()).ShouldBe([Text(first), Text(second)], ignoreOrder: true);
    }

    [Fact]
    public async Task CommitAsync_SessionAgain_TakesThePlaceOfTheFormer()
    {
        var other = new SavedSession(new ShardKey(0, 4), "c", "wss://y.example", 3, new byte[] { 1 });
        await Store.CommitAsync(new StateCommit([], [new SavedSession(Shard, "a", "wss://x.example", 5, new byte[] { 9 }), other], []), Stop);
        var newer = new SavedSession(Shard, "b", null, 1, ReadOnlyMemory<byte>.Empty);

        await Store.CommitAsync(new StateCommit([], [newer], []), Stop);

        (await SessionsAsync()).ShouldBe([Text(newer), Text(other)], ignoreOrder: true);
    }

    [Fact]
    public async Task CommitAsync_EndedShard_HasNoSession()
    {
        var other = new SavedSession(new ShardKey(0, 4), "c", null, 3, ReadOnlyMemory<byte>.Empty);
        await Store.CommitAsync(new StateCommit([], [new SavedSession(Shard, "a", null, 5, ReadOnlyMemory<byte>.Empty), other], []), Stop);

        await Store.CommitAsync(new StateCommit([], [], [Shard, new ShardKey(7, 9)]), Stop);

        (await SessionsAsync()).ShouldBe([Text(other)]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PurgeAsync_Full_KeepsTheListOfGuildsAndTheSessionsIfWanted(bool sessions)
    {
        await Store.CommitAsync(
            new StateCommit(
                [Guild(One, 7, [1]), Guild(Two, 8, [2], available: false), Guild(Highest, 9, [])],
                [new SavedSession(Shard, "a", "wss://x.example", 5, new byte[] { 9 })],
                []),
            Stop);
        var before = await SessionsAsync();

        (await Store.PurgeAsync(sessions, Stop)).ShouldBe(2);

        var saved = await Store.LoadAsync(Stop);
        saved.Guilds.ShouldBe([new SavedGuild(One, 7, true), new SavedGuild(Two, 8, false), new SavedGuild(Highest, 9, true)], ignoreOrder: true);
        (await SessionsAsync()).ShouldBe(sessions ? [] : before);
        (await Store.ReadAsync(One, Stop)).ShouldBeNull();
        (await Store.PurgeAsync(sessions, Stop)).ShouldBe(0);
    }

    private static GuildWrite Guild(Snowflake id, int members, byte[]? record, bool available = true) =>
        new(id, members, available, record is null ? (ReadOnlyMemory<byte>?)null : record.AsMemory());

    // SavedSession holds bytes, which compare by reference.
    private static string Text(SavedSession session) =>
        $"{session.Shard} {session.SessionId} {session.ResumeUrl} {session.Sequence} {Convert.ToHexString(session.Handled.Span)}";

    private Task CommitAsync(params GuildWrite[] guilds) => Store.CommitAsync(new StateCommit(guilds, [], []), Stop);

    private async Task<byte[]> ReadAsync(Snowflake id) => (await Store.ReadAsync(id, Stop)).ShouldNotBeNull();

    private async Task<string[]> SessionsAsync() => [.. (await Store.LoadAsync(Stop)).Sessions.Select(Text)];
}
