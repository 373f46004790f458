using System.Collections.Concurrent;

namespace Vexera.Sandbox.Stats;

/// <summary>What clients did, for <c>/sandbox/stats</c>. Safe to call from anywhere.</summary>
internal sealed class SandboxStats(TimeProvider clock)
{
    private const int MostViolationsKept = 1_000;
    private const int MostWindowsKept = 20_000;

    private readonly ConcurrentDictionary<(string Route, int Status), long> _requests = [];
    private readonly ConcurrentDictionary<string, long> _events = [];
    private readonly ConcurrentDictionary<(int Bucket, long Window), long> _identifies = [];
    private readonly ConcurrentDictionary<(string Name, string Type), long> _questions = [];
    private readonly ConcurrentQueue<Violation> _violations = [];
    private readonly ConcurrentDictionary<string, long> _counters = [];

    public IEnumerable<Violation> Violations => _violations;

    public long ViolationCount => this["violations"];

    /// <summary>Requests by route template, such as <c>POST /channels/{channel_id}/messages</c>, and status.</summary>
    public IReadOnlyDictionary<(string Route, int Status), long> Requests => Now(_requests);

    /// <summary>Events sent, by name.</summary>
    public IReadOnlyDictionary<string, long> Events => Now(_events);

    /// <summary>IDENTIFYs by bucket and by the number of the window since the year 1.</summary>
    public IReadOnlyDictionary<(int Bucket, long Window), long> Identifies => Now(_identifies);

    /// <summary>Questions to the DNS server, by name and type such as <c>AAAA</c>.</summary>
    public IReadOnlyDictionary<(string Name, string Type), long> Questions => Now(_questions);

    /// <summary>All plain counters.</summary>
    public IReadOnlyDictionary<string, long> Counters => Now(_counters);

    /// <summary>A plain counter, 0 when it never counted.</summary>
    public long this[string counter] => _counters.GetValueOrDefault(counter);

    /// <summary>Counts one answered request.</summary>
    /// <param name="route">Method and route template.</param>
    /// <param name="status">The HTTP status.</param>
    public void RecordRequest(string route, int status) => Count(_requests, (route, status));

    /// <summary>Counts and keeps a broken rule; the oldest of very many fall away, the count stays.</summary>
    public void RecordViolation(string rule, string detail, string where)
    {
        Count(_counters, "violations");
        _violations.Enqueue(new Violation(rule, detail, clock.GetUtcNow(), where));
        if (_violations.Count > MostViolationsKept)
        {
            _violations.TryDequeue(out _);
        }
    }

    /// <summary>Counts an IDENTIFY in its bucket's window; windows of long ago are forgotten.</summary>
    public void RecordIdentify(int bucket, TimeSpan window)
    {
        var current = clock.GetUtcNow().Ticks / window.Ticks;
        Count(_identifies, (bucket, current));
        if (_identifies.Count > MostWindowsKept)
        {
            foreach (var old in _identifies.Keys.OrderBy(key => key.Window).Take(MostWindowsKept / 2))
            {
                _identifies.TryRemove(old, out _);
            }
        }
    }

    public void RecordQuestion(string name, string type) => Count(_questions, (name, type));

    public void RecordEvent(string name) => Count(_events, name);

    public void Increment(string counter, long by = 1) => Count(_counters, counter, by);

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        _requests.Clear();
        _events.Clear();
        _identifies.Clear();
        _questions.Clear();
        _violations.Clear();
        _counters.Clear();
    }

    // As it is at one moment: what orders or copies a dictionary that grows meanwhile fails.
    private static Dictionary<TKey, long> Now<TKey>(ConcurrentDictionary<TKey, long> counts)
        where TKey : notnull =>
        new(counts.ToArray());

    private static void Count<TKey>(ConcurrentDictionary<TKey, long> counts, TKey key, long by = 1)
        where TKey : notnull =>
        counts.AddOrUpdate(key, static (_, more) => more, static (_, count, more) => count + more, by);
}
