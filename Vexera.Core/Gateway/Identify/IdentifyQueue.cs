namespace Vexera.Core.Gateway.Identify;

/// <summary>
/// The rules of the gate without a clock: who stands in which bucket, and when each bucket opens. Nobody is granted anything
/// outside of <see cref="Advance"/>. Not safe for use by several threads at once.
/// </summary>
/// <param name="window">How long a bucket stays closed after an IDENTIFY.</param>
internal sealed class IdentifyQueue(TimeSpan window)
{
    private readonly List<IdentifyTurn> _waiting = [];
    private readonly List<IdentifyTurn> _granted = [];
    private TimeSpan?[] _sentAt = [null];
    private TimeSpan? _lastSentAt;
    private TimeSpan? _barrier;
    private int _generation;

    /// <summary>Gets in line.</summary>
    public void Enter(IdentifyTurn turn) => _waiting.Add(turn);

    /// <summary>Gets out of the line, or gives up what was granted without having sent.</summary>
    public void Leave(IdentifyTurn turn)
    {
        _waiting.Remove(turn);
        _granted.Remove(turn);
    }

    /// <summary>What was granted was sent.</summary>
    /// <param name="turn">The turn, which is over now.</param>
    /// <param name="now">Time on a clock that only goes forward.</param>
    public void Sent(IdentifyTurn turn, TimeSpan now)
    {
        if (!_granted.Remove(turn))
            return;
        _lastSentAt = now;
        if (turn.Generation == _generation)
            _sentAt[turn.ShardId % _sentAt.Length] = now;
        else
            _barrier = now;
    }

    /// <summary>IDENTIFYs of an earlier process may have been sent up to a moment: every bucket waits a window after it.</summary>
    /// <param name="at">The moment, on the clock of <see cref="Advance"/>.</param>
    public void SentBefore(TimeSpan at)
    {
        if (_lastSentAt is null || at > _lastSentAt)
            _lastSentAt = at;
        _barrier = _lastSentAt;
    }

    /// <summary>
    /// Deals the shards to another number of buckets. How Discord counts what was sent under the old number is not known, so
    /// every new bucket waits a window after it, and for what is granted and not yet sent.
    /// </summary>
    /// <param name="buckets">How many, from 1.</param>
    public void Reconfigure(int buckets)
    {
        if (buckets == _sentAt.Length)
            return;
        _sentAt = new TimeSpan?[buckets];
        _barrier = _lastSentAt;
        _generation++;
    }

    /// <summary>Moves on those whose time has come, and answers when the next one's comes; null when time alone moves nobody.</summary>
    /// <param name="now">Time on a clock that only goes forward.</param>
    public TimeSpan? Advance(TimeSpan now)
    {
        TimeSpan? next = null;
        var occupied = new bool[_sentAt.Length];
        var held = _granted.Exists(turn => turn.Generation != _generation);
        foreach (var turn in _granted)
            occupied[turn.ShardId % occupied.Length] = true;
        foreach (var turn in _waiting.ToArray())
        {
            var bucket = turn.ShardId % occupied.Length;
            if (occupied[bucket])
                continue;
            occupied[bucket] = true;
            turn.Come();
            if (held || !turn.IsFunded)
                continue;
            if (OpensAt(bucket) is { } opens && opens > now)
                next = next is { } sooner && sooner < opens ? sooner : opens;
            else
                Grant(turn);
        }

        return next;
    }

    private void Grant(IdentifyTurn turn)
    {
        _waiting.Remove(turn);
        _granted.Add(turn);
        turn.Grant(_generation);
    }

    private TimeSpan? OpensAt(int bucket)
    {
        var sent = _sentAt[bucket] is { } own && !(_barrier > own) ? own : _barrier;
        return sent + window;
    }
}
