using Vexera.Core.Shards;

namespace Vexera.Core.Monitoring.Sampling;

/// <summary>Follows the shards one by one: who receives less than usual, and who is not ready for how long. Not thread safe.</summary>
internal sealed class ShardWatch
{
    /// <summary>A shard is quiet that receives less than this share of its own average.</summary>
    public const double QuietBelow = 0.6;

    // Below this rate a pause is no sign.
    private const double LeastRate = 0.2;
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(30);

    private readonly Dictionary<int, Seen> _seen = [];
    private int _count;

    /// <summary>How many shards receive clearly less than their own average of about the last 30 minutes, those not ready included.</summary>
    public int Quiet { get; private set; }

    /// <summary>How long the shard that is longest without being ready is so; zero when all are ready.</summary>
    public TimeSpan LongestNotReady { get; private set; }

    /// <summary>Looks at the shards.</summary>
    /// <param name="shards">All of this process.</param>
    /// <param name="interval">The time since the last look.</param>
    public void Look(IReadOnlyList<ShardStatus> shards, TimeSpan interval)
    {
        if (shards.Count != _count)
            _seen.Clear();
        (_count, Quiet, LongestNotReady) = (shards.Count, 0, TimeSpan.Zero);
        foreach (var shard in shards)
        {
            if (!_seen.TryGetValue(shard.Id, out var seen))
                _seen[shard.Id] = seen = new Seen(shard.Sequence);
            seen.Look(shard, interval);
            if (seen.IsQuiet)
                Quiet++;
            if (seen.NotReady > LongestNotReady)
                LongestNotReady = seen.NotReady;
        }
    }

    private sealed class Seen(long sequence)
    {
        private readonly MovingAverage _short = new(Short);
        private readonly MovingAverage _long = new(Long);
        private long _sequence = sequence;

        public TimeSpan NotReady { get; private set; }

        public bool IsQuiet => _long.Value > LeastRate && _short.Value < _long.Value * QuietBelow;

        public void Look(ShardStatus shard, TimeSpan interval)
        {
            NotReady = shard.State == ShardState.Ready ? TimeSpan.Zero : NotReady + interval;
            // Another session counts anew.
            var events = shard.Sequence >= _sequence ? shard.Sequence - _sequence : shard.Sequence;
            _sequence = shard.Sequence;
            if (interval <= TimeSpan.Zero)
                return;
            _short.Add(events / interval.TotalSeconds, interval);
            _long.Add(events / interval.TotalSeconds, interval);
        }
    }

    // The newer a value, the more it counts; what was before the first counts nothing.
    private sealed class MovingAverage(TimeSpan length)
    {
        private double _missing = 1;
        private double _sum;

        public double Value => _missing < 1 ? _sum / (1 - _missing) : 0;

        public void Add(double value, TimeSpan interval)
        {
            var kept = Math.Exp(-(interval / length));
            _sum = (_sum * kept) + (value * (1 - kept));
            _missing *= kept;
        }
    }
}
