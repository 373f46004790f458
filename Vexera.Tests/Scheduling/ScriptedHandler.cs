using System.Collections.Concurrent;
using System.Threading.Channels;
using Vexera.Core.Scheduling;

namespace Vexera.Tests.Scheduling;

/// <summary>A handler that writes down what it gets and does what a test says.</summary>
internal sealed class ScriptedHandler(string kind, TimeProvider time) : IDueWorkHandler
{
    private readonly Channel<HandlerCall> _arrivals = Channel.CreateUnbounded<HandlerCall>();
    private readonly ConcurrentQueue<HandlerCall> _calls = [];
    private int _inside;
    private int _mostInside;

    public string Kind => kind;

    /// <summary>What is done at each call; done at once unless set.</summary>
    public Func<HandlerCall, CancellationToken, Task<DueOutcome>> Script { get; set; } = (_, _) => Task.FromResult(DueOutcome.Done);

    public IReadOnlyList<HandlerCall> Calls => [.. _calls];

    /// <summary>The most calls that were under way at once.</summary>
    public int MostInside => Volatile.Read(ref _mostInside);

    public int Inside => Volatile.Read(ref _inside);

    /// <summary>Waits for the next call that no test has waited for yet.</summary>
    public async Task<HandlerCall> ArrivalAsync() =>
        await _arrivals.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    public async Task<DueOutcome> HandleAsync(DueWork work, int attempt, CancellationToken cancellationToken)
    {
        var call = new HandlerCall(work, attempt, time.GetUtcNow());
        var inside = Interlocked.Increment(ref _inside);
        for (var most = MostInside; inside > most; most = MostInside)
            Interlocked.CompareExchange(ref _mostInside, inside, most);
        _calls.Enqueue(call);
        _arrivals.Writer.TryWrite(call);
        try
        {
            return await Script(call, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }
}

/// <summary>A call of a handler.</summary>
/// <param name="Work">What it got.</param>
/// <param name="Attempt">Which attempt.</param>
/// <param name="At">When.</param>
internal sealed record HandlerCall(DueWork Work, int Attempt, DateTimeOffset At);
