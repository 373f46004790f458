using CsCheck;
using Vexera.Core.Dispatch.Merging;
using Vexera.Tests.Gateway.Fleet;

namespace Vexera.Tests.Dispatch.Merging;

/// <summary>
/// Two streams in whatever rhythm, neither further ahead of the other than a horizon, and a takeover at whatever moment: what is
/// handed on is the old stream, each event once and in its order.
/// </summary>
public sealed class MergingSinkPropertyTests
{
    private const int Guilds = 3;
    private const int Length = 90;
    private const int FurthestAhead = 5;
    private const int FurthestAheadOfHeld = 15;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(3);

    // Few texts, so that equal events are many, also around the beginning of the new session; and before the takeover one in each
    // guild that is like no other, as any message is.
    private static readonly Gen<(int Guild, int Text)[]> Events = Gen.Select(Gen.Int[1, Guilds], Gen.Int[0, 2]).Array[Length]
        .Select(events => events.Select((one, at) => at is >= 30 and < 30 + Guilds ? (at - 29, at) : one).ToArray());

    private static readonly Gen<((int, int)[] Events, int Begins, bool[] Rhythm, int TakesOverAt)> Stories =
        Gen.Select(Events, Gen.Int[0, 20], Gen.Bool.Array[60], Gen.Int[40, Length]);

    [Fact]
    public async Task AnyInterleaving_AnyMomentOfTakeover_HandsOnTheWholeStreamOnceAndInOrder()
    {
        var takeovers = 0;
        await Stories.SampleAsync(
            async story =>
            {
                var play = new Play(story.Events, story.Begins);
                takeovers += await play.RunAsync(story.Rhythm, story.TakesOverAt) ? 1 : 0;

                var handled = play.Handled();
                foreach (var guild in Enumerable.Range(1, Guilds))
                    Of(guild, handled).ShouldBe(Of(guild, story.Events));
            },
            iter: 1000,
            threads: 1);
        takeovers.ShouldBeGreaterThan(500);
    }

    private static int[] Of(int guild, IEnumerable<(int Guild, int Text)> events) =>
        [.. events.Where(one => one.Guild == guild).Select(one => one.Text)];

    private sealed class Play
    {
        private readonly (int Guild, int Text)[] _events;
        private readonly RecordingSink _recorder = new();
        private readonly MergeScript _script;
        private int _old;
        private int _new;
        private Task _newWaits = Task.CompletedTask;

        public Play((int Guild, int Text)[] events, int begins)
        {
            (_events, _new) = (events, begins);
            _script = new MergeScript(_recorder);
        }

        public List<(int Guild, int Text)> Handled()
        {
            var handled = new List<(int Guild, int Text)>();
            while (_recorder.TryNext() is { } next)
                handled.Add(_events.First(one => next.Data == MergeScript.Message(one.Guild, $"{one.Text}")));
            return handled;
        }

        // Time passes with each event, so that a twin is late by the events between, which are far fewer than make a horizon.
        public async Task<bool> RunAsync(bool[] rhythm, int takesOverAt)
        {
            Task<bool>? taking = null;
            for (var beat = 0; _old < _events.Length || _new < _events.Length; beat++)
            {
                if (_new >= takesOverAt && taking is null or { IsCompletedSuccessfully: true, Result: false })
                    taking = _script.TryTakeOverAsync();
                if (IsNewsTurn(rhythm[beat % rhythm.Length]))
                    await NewAsync();
                else if (_old < _events.Length && _old - _new < (_newWaits.IsCompleted ? FurthestAhead : FurthestAheadOfHeld))
                    await OldAsync();
                else
                    await Task.Yield();
            }

            _script.Time.Advance(_script.Timing.HoldFor);
            await _newWaits;
            return taking is not null && await taking;
        }

        private bool IsNewsTurn(bool wish) =>
            _newWaits.IsCompleted && _new < _events.Length && _new - _old < FurthestAhead
            && (wish || _old == _events.Length || _old - _new >= FurthestAhead);

        private Task OldAsync()
        {
            _script.Time.Advance(Step);
            return _script.MessageAsync(FleetSide.Old, _events[_old].Guild, $"{_events[_old++].Text}");
        }

        // An event may be held while the takeover waits; the shard reads on when it is not.
        private Task NewAsync()
        {
            _script.Time.Advance(Step);
            _newWaits = _script.MessageAsync(FleetSide.New, _events[_new].Guild, $"{_events[_new++].Text}");
            return _newWaits.IsCompleted ? _newWaits : Task.CompletedTask;
        }
    }
}
