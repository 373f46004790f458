using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Discord;
using Vexera.Core.Events;
using Vexera.Core.State;
using Vexera.Core.State.Durable;
using Vexera.Core.State.Sessions;
using Vexera.Core.Storage;
using Vexera.Tests.State.Durable;
using Vexera.Tests.Support;

namespace Vexera.Tests.State.Sessions;

public sealed class StateWriterTests : IDisposable
{
    private static readonly ShardKey Shard = new(0, 1);
    private readonly FakeTimeProvider _time = new();
    private readonly MetricsProbe _probe = new();
    private readonly RecordingLogger<StateWriter> _log = new();
    private readonly SlowStore _store = new();
    private readonly MemorySelfStore _selfStore = new();
    private readonly SelfState _self = new();
    private readonly StateJournal _journal = new();
    private readonly StateWriter _writer;
    private long _sequence;
    private readonly StorageHealth _health;

    public StateWriterTests()
    {
        _health = new StorageHealth(_time, _log.For<StorageHealth>());
        _writer = new StateWriter(_journal, _self, _store, _selfStore, Options.Create(new StateOptions()), _health, _probe.Metrics, _time, _log);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _writer.Dispose();
        _probe.Dispose();
    }

    [Fact]
    public async Task ExecuteAsync_Interval_CommitsWhatChangedAndNothingElse()
    {
        await _writer.StartAsync(Stop);
        Change(guild: 7, members: 3);

        await CommitsAsync(1);
        (await _store.Inner.LoadAsync(Stop)).Guilds.ShouldBe([new SavedGuild(new(7), 3, true)]);
        _journal.TryGet(new Snowflake(7), out _).ShouldBeFalse();
        Change(guild: 8, members: 1);
        await CommitsAsync(2);

        // Counted after the commit.
        await Eventually.UntilAsync(() => _probe.Total(_probe.Metrics.StateRecords) == 2);
        _store.Commits.ShouldBe(2);
    }

    [Fact]
    public async Task ExecuteAsync_SessionBegins_CommitsAtOnce()
    {
        await _writer.StartAsync(Stop);

        Change(guild: 7, members: 3);

        // The clock stands still.
        await Eventually.UntilAsync(() => _store.Commits == 1 && _journal.Uncommitted == 0);
        (await _store.Inner.LoadAsync(Stop)).Sessions.ShouldHaveSingleItem().SessionId.ShouldBe("session");
    }

    [Fact]
    public async Task CommitAsync_DatabaseFails_KeepsAllAndSaysSoOnceAMinute()
    {
        Change(guild: 7, members: 3);
        _store.Inner.Fails = true;

        for (var i = 0; i < 30; i++)
            (await _writer.CommitAsync(Stop)).ShouldBeFalse();

        _log.Lines.Count(line => line.EventId == 3100).ShouldBe(1);
        _journal.TryGet(new Snowflake(7), out var kept).ShouldBeTrue();
        kept.MemberCount.ShouldBe(3);
        _time.Advance(TimeSpan.FromMinutes(1));
        Change(guild: 7, members: 4);
        await _writer.CommitAsync(Stop);
        _log.Lines.Count(line => line.EventId == 3100).ShouldBe(2);
        _probe.Total(_probe.Metrics.StateCommitsFailed).ShouldBe(31);

        _store.Inner.Fails = false;
        (await _writer.CommitAsync(Stop)).ShouldBeTrue();
        (await _store.Inner.LoadAsync(Stop)).Guilds.ShouldBe([new SavedGuild(new(7), 4, true)]);
        _log.Lines.Count(line => line.EventId == 3101).ShouldBe(1);
    }

    [Fact]
    public async Task CommitAsync_DatabaseFails_IsTroubleUntilACommitIsThrough()
    {
        Change(guild: 7, members: 3);
        _store.Inner.Fails = true;
        await _writer.CommitAsync(Stop);

        _health.NoteSuccess();
        _health.Trouble.ShouldNotBeNull().Reason.ShouldContain("out of reach");

        _store.Inner.Fails = false;
        await _writer.CommitAsync(Stop);
        _health.Trouble.ShouldBeNull();
    }

    [Fact]
    public async Task ExecuteAsync_DatabaseFails_WaitsLongerEachTimeAndTriesOn()
    {
        _store.Inner.Fails = true;
        Change(guild: 7, members: 3);
        await _writer.StartAsync(Stop);

        // At once, as a session begins; then each wait is twice the one before: 2, 4, 8 s.
        for (var tries = 1; tries <= 4; tries++)
            await Eventually.UntilAsync(() => Pass(TimeSpan.FromMilliseconds(50), () => _store.Tries >= tries));
        (_time.GetUtcNow() - _time.Start).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(14));

        _store.Inner.Fails = false;
        await CommitsAsync(1);
    }

    [Fact]
    public async Task CommitAsync_StorageSlowerThanEvents_HoldsEachGuildOnce()
    {
        Change(guild: 7, members: 0);
        var gate = new TaskCompletionSource();
        _store.Gate = gate.Task;
        var committing = _writer.CommitAsync(Stop);
        for (var i = 1; i <= 10_000; i++)
            Change(guild: 1 + ((ulong)i % 5), members: i);

        _journal.Uncommitted.ShouldBe(6);
        _journal.Bytes.ShouldBe(6 * sizeof(int));
        gate.SetResult();
        await committing;
        await _writer.CommitAsync(Stop);

        _probe.Total(_probe.Metrics.StateRecords).ShouldBe(6);
        (await _store.Inner.LoadAsync(Stop)).Guilds.Select(guild => guild.MemberCount).ShouldBe([10_000, 9_996, 9_997, 9_998, 9_999, 0], ignoreOrder: true);
        (await _store.Inner.LoadAsync(Stop)).Sessions.ShouldHaveSingleItem().Sequence.ShouldBe(_sequence);
        _journal.Uncommitted.ShouldBe(0);
        _journal.Bytes.ShouldBe(0);
    }

    [Fact]
    public async Task StopAsync_SomethingIsLeft_CommitsItAtTheLastEvent()
    {
        await _writer.StartAsync(Stop);
        Change(guild: 7, members: 3);

        await _writer.StopAsync(Stop);

        (await _store.Inner.LoadAsync(Stop)).Sessions.ShouldHaveSingleItem().Sequence.ShouldBe(_sequence);
    }

    [Fact]
    public async Task StopAsync_DatabaseFails_TriesUntilTheHostIsOutOfPatience()
    {
        Change(guild: 7, members: 3);
        _store.Inner.Fails = true;
        using var patience = new CancellationTokenSource();

        var stopping = _writer.StopAsync(patience.Token);
        await Eventually.UntilAsync(() => Pass(TimeSpan.FromMilliseconds(100), () => _store.Tries >= 3));
        await patience.CancelAsync();

        await stopping.WaitAsync(TimeSpan.FromSeconds(30), Stop);
        _log.Lines.Count(line => line.EventId == 3102).ShouldBe(1);
    }

    [Fact]
    public async Task CommitAsync_WhoTheBotIs_IsSavedBeforeAnySession()
    {
        _self.Learn(StateBench.Bot, new() { Id = new Snowflake(98) });
        Change(guild: 7, members: 3);
        _selfStore.Fails = true;

        (await _writer.CommitAsync(Stop)).ShouldBeFalse();
        (await _store.Inner.LoadAsync(Stop)).Sessions.ShouldBeEmpty();

        _selfStore.Fails = false;
        await _writer.CommitAsync(Stop);
        _selfStore.Saved.ShouldBe(new SelfSnapshot(StateBench.Bot, new() { Id = new Snowflake(98) }));
        (await _store.Inner.LoadAsync(Stop)).Sessions.ShouldHaveSingleItem();
        await _writer.CommitAsync(Stop);
        _selfStore.Saves.ShouldBe(1);
    }

    private bool Pass(TimeSpan span, Func<bool> condition)
    {
        if (condition())
            return true;
        _time.Advance(span);
        return condition();
    }

    private Task CommitsAsync(int count) => Eventually.UntilAsync(() => Pass(
        TimeSpan.FromMilliseconds(100), () => _probe.Total(_probe.Metrics.StateCommits) == count && _journal.Uncommitted == 0));

    private void Change(ulong guild, int members)
    {
        var shard = _journal.Of(Shard);
        shard.Accept(new EventOrigin(0, 1, "session", ++_sequence, 0), begins: _sequence == 1);
        _journal.Write(Shard, new GuildWrite(new Snowflake(guild), members, true, BitConverter.GetBytes(members)));
        shard.Publish(_sequence);
    }

    private sealed class SlowStore : IStateStore
    {
        private int _commits;
        private int _tries;

        public InMemoryStateStore Inner { get; } = new();

        public Task Gate { get; set; } = Task.CompletedTask;

        public int Commits => Volatile.Read(ref _commits);

        public int Tries => Volatile.Read(ref _tries);

        public Task<SavedState> LoadAsync(CancellationToken cancellationToken) => Inner.LoadAsync(cancellationToken);

        public ValueTask<byte[]?> ReadAsync(Snowflake guildId, CancellationToken cancellationToken) =>
            Inner.ReadAsync(guildId, cancellationToken);

        public async Task CommitAsync(StateCommit commit, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _tries);
            await Gate;
            await Inner.CommitAsync(commit, cancellationToken);
            Interlocked.Increment(ref _commits);
        }

        public Task<int> PurgeAsync(bool sessions, CancellationToken cancellationToken) => Inner.PurgeAsync(sessions, cancellationToken);
    }
}
