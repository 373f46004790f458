using CsCheck;
using Vexera.Core.Gateway.Identify;

namespace Vexera.Tests.Gateway.Identify;

/// <summary>Whatever shards ask, send, give up, and however the buckets change meanwhile: the rate is kept and nobody is forgotten.</summary>
public sealed class IdentifyQueueTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    // 0-3 enter, 4-6 fund, 7-8 send, 9 give up, 10 other buckets, the rest only time.
    private static readonly Gen<(int Input, int Milliseconds, int Number)[]> Stories =
        Gen.Select(Gen.Int[0, 12], Gen.Frequency((3, Gen.Int[0, 300]), (1, Gen.Int[0, 6_000])), Gen.Int[0, 40]).Array[1, 200];

    [Fact]
    public void AnyStory_Always_KeepsTheRateAndTheOrder() => Stories.Sample(
        story =>
        {
            var play = new Play();
            foreach (var (input, milliseconds, number) in story)
                play.Act(input, TimeSpan.FromMilliseconds(milliseconds), number);
            play.End();
        },
        iter: 1_000);

    [Fact]
    public void Advance_BucketsClosed_AnswersWhenTheFirstOneOpens()
    {
        var play = new Play();
        play.Act(10, TimeSpan.Zero, 1);
        foreach (var shard in new[] { 0, 1 })
        {
            play.Act(0, TimeSpan.FromSeconds(1), shard);
            play.Act(4, TimeSpan.Zero, 0);
            play.Act(7, TimeSpan.Zero, 0);
        }

        play.Act(0, TimeSpan.Zero, 2);
        play.Act(4, TimeSpan.Zero, 0);

        play.Next.ShouldBe(TimeSpan.FromSeconds(1) + Window);
    }

    private sealed class Play
    {
        private readonly IdentifyQueue _queue = new(Window);
        private readonly List<IdentifyTurn> _turns = [];
        private readonly List<(IdentifyTurn Turn, int Generation, int Buckets)> _granted = [];
        private readonly List<(int Shard, int Generation, TimeSpan At)> _sent = [];
        private TimeSpan _now;
        private int _buckets = 1;
        private int _generation;

        public TimeSpan? Next { get; private set; }

        public void Act(int input, TimeSpan passes, int number)
        {
            _now += passes;
            Advance();
            var coming = _turns.Where(one => one.First.IsCompleted && !one.IsFunded).ToArray();
            switch (input)
            {
                case <= 3:
                    var turn = new IdentifyTurn(number);
                    _turns.Add(turn);
                    _queue.Enter(turn);
                    break;
                case <= 6 when coming.Length > 0:
                    coming[number % coming.Length].IsFunded = true;
                    break;
                case 7 or 8 when _granted.Count > 0:
                    Send(_granted[number % _granted.Count]);
                    break;
                case 9 when _turns.Count + _granted.Count > 0:
                    var all = _turns.Concat(_granted.Select(one => one.Turn)).ToArray();
                    GiveUp(all[number % all.Length]);
                    break;
                case 10:
                    Reconfigure(1 + (number % 6));
                    break;
            }

            Advance();
        }

        /// <summary>All who are left get through in the time that the rate allows.</summary>
        public void End()
        {
            var patience = _now + (Window * (_turns.Count + 2));
            while (_turns.Count + _granted.Count > 0)
            {
                foreach (var turn in _turns.Where(one => one.First.IsCompleted))
                    turn.IsFunded = true;
                Advance();
                foreach (var granted in _granted.ToArray())
                    Send(granted);
                _now = Next ?? _now;
                Advance();
                _now.ShouldBeLessThanOrEqualTo(patience, "somebody was forgotten");
            }
        }

        private void Reconfigure(int buckets)
        {
            if (buckets != _buckets)
                _generation++;
            _buckets = buckets;
            _queue.Reconfigure(buckets);
        }

        private void GiveUp(IdentifyTurn turn)
        {
            _turns.Remove(turn);
            _granted.RemoveAll(one => one.Turn == turn);
            _queue.Leave(turn);
        }

        private void Send((IdentifyTurn Turn, int Generation, int Buckets) one)
        {
            foreach (var (shard, generation, at) in _sent.Where(earlier => _now - earlier.At < Window))
            {
                generation.ShouldBe(one.Generation, $"shards {shard} and {one.Turn.ShardId} under different numbers of buckets, {_now - at} apart");
                (shard % one.Buckets).ShouldNotBe(one.Turn.ShardId % one.Buckets, $"shards {shard} and {one.Turn.ShardId}, {_now - at} apart");
            }

            _sent.Add((one.Turn.ShardId, one.Generation, _now));
            _granted.Remove(one);
            _queue.Sent(one.Turn, _now);
        }

        private void Advance()
        {
            Next = _queue.Advance(_now);
            Next?.ShouldBeGreaterThan(_now);
            foreach (var one in _turns.Where(one => one.Granted.IsCompleted).ToArray())
            {
                one.IsFunded.ShouldBeTrue("nobody identifies unpaid");
                _turns.TakeWhile(earlier => earlier != one).Where(earlier => !earlier.Granted.IsCompleted)
                    .ShouldAllBe(earlier => earlier.ShardId % _buckets != one.ShardId % _buckets, "first come, first served");
                _turns.Remove(one);
                _granted.Add((one, _generation, _buckets));
            }
        }
    }
}
