namespace Vexera.Benchmarks.Restarts;

/// <summary>Calls, and how long each waited for its first answer. Safe to call from anywhere.</summary>
/// <param name="time">The clock.</param>
internal sealed class Answers(TimeProvider time)
{
    private readonly Lock _access = new();
    private readonly Dictionary<ulong, (long AskedAt, int Answers)> _calls = [];
    private readonly List<double> _seconds = [];

    /// <summary>How many calls there were.</summary>
    public int Asked
    {
        get
        {
            lock (_access)
                return _calls.Count;
        }
    }

    /// <summary>Calls without an answer.</summary>
    public int Unanswered
    {
        get
        {
            lock (_access)
                return _calls.Count - _seconds.Count;
        }
    }

    /// <summary>Answers beyond the first of a call.</summary>
    public int Doubled
    {
        get
        {
            lock (_access)
                return _calls.Values.Sum(call => Math.Max(0, call.Answers - 1));
        }
    }

    /// <summary>How long each call that was answered waited for it, in seconds.</summary>
    public IReadOnlyList<double> Seconds
    {
        get
        {
            lock (_access)
                return [.. _seconds];
        }
    }

    /// <summary>Somebody called.</summary>
    public void NoteCall(ulong id)
    {
        lock (_access)
            _calls.Add(id, (time.GetTimestamp(), 0));
    }

    /// <summary>Something was answered; if it is no call that was noted, nothing happens.</summary>
    public void NoteAnswer(ulong id)
    {
        lock (_access)
        {
            if (!_calls.TryGetValue(id, out var call))
                return;
            if (call.Answers == 0)
                _seconds.Add(time.GetElapsedTime(call.AskedAt).TotalSeconds);
            _calls[id] = call with { Answers = call.Answers + 1 };
        }
    }
}
