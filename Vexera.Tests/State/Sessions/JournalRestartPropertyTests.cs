using CsCheck;
using Vexera.Core.Discord;
using Vexera.Core.Events;
using Vexera.Core.State.Durable;
using Vexera.Core.State.Sessions;
using Vexera.Tests.State.Durable;

namespace Vexera.Tests.State.Sessions;

/// <summary>
/// Any run of events, handlers that end in any order, commits that succeed or fail, new sessions, and kills at any instant: on disk
/// lies what the guilds were after the event at which the session is resumed, no event is missed, and none that a commit knew to
/// be handled is handled again.
/// </summary>
public sealed class JournalRestartPropertyTests
{
    private static readonly Gen<Action<World>> Step = Gen.Frequency(
        (40, Gen.Select(Gen.Int[0, 3], Gen.Int[-3, 3], Gen.Int[0, 2], (gap, guild, calls) => new Action<World>(world => world.Receive(gap, guild, calls)))),
        (40, Gen.Int[0, 20].Select(which => new Action<World>(world => world.EndCall(which)))),
        (12, Gen.Const(new Action<World>(world => world.Commit(fails: false)))),
        (3, Gen.Const(new Action<World>(world => world.Commit(fails: true)))),
        (3, Gen.Const(new Action<World>(world => world.Kill()))),
        (2, Gen.Const(new Action<World>(world => world.BeginSession()))));

    [Fact]
    public void AnyRun_WithKills_LosesNothingAndDoublesNothingThatWasCommitted() => Step.Array[1, 150].Sample(steps =>
    {
        var world = new World();
        foreach (var step in steps)
            step(world);
        world.Settle();
    }, iter: 2_000);

    private sealed class World
    {
        private static readonly ShardKey Shard = new(3, 8);
        private readonly InMemoryStateStore _store = new();
        private readonly List<Sent> _sent = [];
        private readonly List<(Sent Event, HandledSegment Segment)> _calls = [];
        private readonly HashSet<Sent> _done = [];
        private readonly HashSet<Sent> _doneOnDisk = [];
        private readonly Dictionary<int, int> _guilds = [];
        private StateJournal _journal = new();
        private int _session;
        private long _sequence;

        public World() => BeginSession();

        private sealed record Sent(string Session, long Sequence, int Guild, int Calls);

        public void BeginSession()
        {
            _session++;
            _sequence = 0;
            // What was not handled in the session before is beyond Discord's replay now, but still with its handlers.
            Send(guild: 0, calls: 0);
        }

        public void Receive(int gap, int guild, int calls)
        {
            _sequence += gap;
            Send(guild, calls);
        }

        public void EndCall(int which)
        {
            if (which >= _calls.Count)
                return;
            var (sent, segment) = _calls[which];
            _calls.RemoveAt(which);
            segment.Close(sent.Sequence);
            if (_calls.All(call => call.Event != sent))
                _done.Add(sent).ShouldBeTrue("an event that was handled is handled again");
        }

        public void Commit(bool fails)
        {
            var commit = _journal.Prepare();
            if (fails)
                return;
            _store.CommitAsync(commit.State, CancellationToken.None).GetAwaiter().GetResult();
            _journal.Committed(commit);
            _doneOnDisk.UnionWith(commit.State.Sessions.SelectMany(saved => _sent.Where(sent => sent.Session == saved.SessionId && IsDone(saved, sent))));
            ShouldFitOnDisk();
        }

        public void Kill()
        {
            _calls.Clear();
            // Whatever was handled since the last commit is handled again; what was committed must not be.
            _done.RemoveWhere(sent => sent.Session == SessionId && !_doneOnDisk.Contains(sent));
            var saved = Load();
            _journal = new StateJournal();
            _journal.Restore(saved.Sessions);
            _guilds.Clear();
            foreach (var guild in saved.Guilds)
                _guilds[(int)guild.GuildId.Value] = guild.MemberCount;
            if (saved.Sessions.SingleOrDefault() is not { } session || session.SessionId != SessionId)
            {
                Resync();
                return;
            }

            foreach (var sent in _sent.Where(sent => sent.Session == SessionId && sent.Sequence > session.Sequence).ToList())
                Take(sent);
        }

        /// <summary>All handlers end, and all is committed: then what is on disk is what was sent.</summary>
        public void Settle()
        {
            while (_calls.Count > 0)
                EndCall(0);
            Commit(fails: false);
            var session = Load().Sessions.ShouldHaveSingleItem();
            session.SessionId.ShouldBe(SessionId);
            session.Sequence.ShouldBe(_sent[^1].Sequence);
            _sent.Where(sent => sent.Session == SessionId && sent.Calls > 0).ShouldAllBe(sent => _done.Contains(sent));
            _journal.Uncommitted.ShouldBe(0);
            Kill();
            _calls.ShouldBeEmpty();
        }

        private string SessionId => $"session {_session}";

        private void Send(int guild, int calls)
        {
            var sent = new Sent(SessionId, ++_sequence, guild, calls);
            _sent.Add(sent);
            Take(sent);
        }

        // The session cannot be resumed: another begins, which tells the guilds whole.
        private void Resync()
        {
            _done.RemoveWhere(sent => sent.Session == SessionId);
            BeginSession();
        }

        private void Take(Sent sent)
        {
            var shard = _journal.Of(Shard);
            var verdict = shard.Accept(new EventOrigin(Shard.ShardId, Shard.ShardCount, sent.Session, sent.Sequence, 0), begins: sent.Sequence == 1);
            verdict.ShouldNotBe(EventVerdict.Stale);
            var isKnown = _doneOnDisk.Contains(sent);
            if (isKnown)
                verdict.ShouldBe(EventVerdict.Handled, "what a commit knew to be handled is handled again");
            var segment = shard.SegmentOf(sent.Sequence);
            if (verdict == EventVerdict.Fresh && sent.Calls > 0)
            {
                segment.Open(sent.Sequence, sent.Calls);
                _calls.AddRange(Enumerable.Repeat((sent, segment), sent.Calls));
            }

            if (sent.Sequence == 1)
                TellAll();
            else if (sent.Guild > 0)
                Change(sent.Guild, _guilds.GetValueOrDefault(sent.Guild) + 1);
            if (sent.Sequence == 1 || sent.Guild > 0)
                shard.Publish(sent.Sequence);
            else
                shard.Apply(sent.Sequence);
        }

        private void TellAll()
        {
            for (var guild = 1; guild <= 3; guild++)
                Change(guild, 100 * _session);
        }

        private void Change(int guild, int count)
        {
            _guilds[guild] = count;
            _journal.Write(Shard, new GuildWrite(new Snowflake((ulong)guild), count, true, BitConverter.GetBytes(count)));
        }

        private void ShouldFitOnDisk()
        {
            var saved = Load();
            if (saved.Sessions.SingleOrDefault() is not { } session)
                return;
            var number = int.Parse(session.SessionId.AsSpan("session ".Length), null);
            foreach (var guild in saved.Guilds)
            {
                var changes = _sent.Count(sent => sent.Session == session.SessionId && sent.Sequence <= session.Sequence && sent.Sequence > 1
                    && sent.Guild == (int)guild.GuildId.Value);
                guild.MemberCount.ShouldBe((100 * number) + changes);
            }

            _sent.Where(sent => sent.Session == session.SessionId && sent.Sequence <= session.Sequence && sent.Calls > 0)
                .ShouldAllBe(sent => _done.Contains(sent));
        }

        private SavedState Load() => _store.LoadAsync(CancellationToken.None).GetAwaiter().GetResult();

        private bool IsDone(SavedSession saved, Sent sent) =>
            sent.Sequence <= saved.Sequence
            || (_done.Contains(sent) && HandledRuns.Decode(saved.Sequence, saved.Handled).Contains(sent.Sequence));
    }
}
