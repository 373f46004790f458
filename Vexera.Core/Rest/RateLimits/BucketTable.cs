namespace Vexera.Core.Rest.RateLimits;

/// <summary>
/// Which route with which major parameter belongs to which bucket. Learned from answers; what is idle is forgotten, so that
/// memory follows the traffic of the last minutes and not the number of guilds. Not thread safe.
/// </summary>
internal sealed class BucketTable
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(30);
    private readonly Dictionary<(string Route, string Major), Bucket> _lanes = [];
    private readonly Dictionary<(string Hash, string Major), Bucket> _named = [];
    private readonly Dictionary<string, string> _hashes = [];
    private TimeSpan _sweepAt;

    /// <summary>How much is remembered.</summary>
    public int Count => _lanes.Count + _named.Count;

    /// <summary>All buckets; one may come several times.</summary>
    public IEnumerable<Bucket> All => _lanes.Values.Concat(_named.Values);

    /// <summary>The bucket of a call as far as is known.</summary>
    public Bucket For(RestCall call)
    {
        if (_lanes.TryGetValue((call.Route, call.Major), out var bucket))
            return bucket;
        bucket = _hashes.TryGetValue(call.Route, out var hash) ? Named(hash, call.Major) : new Bucket(hash: null, call.Major);
        return Assign(call.Route, bucket);
    }

    /// <summary>An answer named the bucket of a call: whoever waits on the same route moves there.</summary>
    public Bucket Learn(RestCall call, string hash)
    {
        _hashes[call.Route] = hash;
        var former = For(call);
        if (former.Hash == hash)
            return former;

        former.Routes.Remove(call.Route);
        var bucket = Assign(call.Route, Named(hash, call.Major));
        foreach (var waiter in former.Waiters.Where(w => w.Call.Route == call.Route).ToList())
        {
            waiter.Node.List!.Remove(waiter.Node);
            bucket.Enqueue(waiter);
        }

        return bucket;
    }

    /// <summary>Forgets a bucket if nothing would be lost.</summary>
    public void Release(Bucket bucket, TimeSpan now)
    {
        if (!bucket.IsIdle(now))
            return;
        bucket.Alarm?.Dispose();
        bucket.Alarm = null;
        foreach (var route in bucket.Routes)
            _lanes.Remove((route, bucket.Major));
        bucket.Routes.Clear();
        if (bucket.Hash is { } hash)
            _named.Remove((hash, bucket.Major));
    }

    /// <summary>Every now and then forgets all that is idle.</summary>
    public void Sweep(TimeSpan now)
    {
        if (now < _sweepAt)
            return;
        _sweepAt = now + SweepEvery;
        foreach (var bucket in All.ToHashSet())
            Release(bucket, now);
    }

    private Bucket Named(string hash, string major)
    {
        if (!_named.TryGetValue((hash, major), out var bucket))
            _named[(hash, major)] = bucket = new Bucket(hash, major);
        return bucket;
    }

    private Bucket Assign(string route, Bucket bucket)
    {
        _lanes[(route, bucket.Major)] = bucket;
        bucket.Routes.Add(route);
        return bucket;
    }
}
