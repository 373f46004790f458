using System.Collections.Concurrent;
using Vexera.Core.Dispatch;

namespace Vexera.Tests.Dispatch;

public sealed class CallStateTests
{
    private CallState _state;

    [Fact]
    public void TryEnd_Running_IsNotLate()
    {
        _state.Begin();

        _state.TryEnd(out var late).ShouldBeTrue();
        late.ShouldBeFalse();
        _state.IsIdle.ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TryEnd_Cancelled_IsLate(bool waits)
    {
        _state.Begin();
        var call = _state.Look();
        if (waits)
            _state.TryWait().ShouldBeTrue();
        _state.TryCancel(call).ShouldBeTrue();

        _state.TryCancel(call).ShouldBeFalse("it was asked before");
        _state.TryEnd(out var late).ShouldBeTrue();
        late.ShouldBeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TryAbandon_Cancelled_LeavesItBehindAndKnowsOfItsThread(bool waits)
    {
        _state.Begin();
        var call = _state.Look();
        if (waits)
            _state.TryWait();
        _state.TryAbandon(call, out _).ShouldBeFalse("it was not asked to stop");
        _state.TryCancel(call).ShouldBeTrue();

        _state.TryAbandon(call, out var holdsThread).ShouldBeTrue();
        holdsThread.ShouldBe(!waits);
        _state.TryEnd(out _).ShouldBeFalse();
    }

    [Fact]
    public void TryWait_LeftBehind_IsNoLongerTheWorkers()
    {
        _state.Begin();
        _state.TryCancel(_state.Look());
        _state.TryAbandon(_state.Look(), out _);

        _state.TryWait().ShouldBeFalse();
    }

    /// <summary>Every way in which three calls of a worker can fall between the steps of one who watches over deadlines.</summary>
    [Fact]
    public void TryCancelAndTryAbandon_AnyInterleaving_NeverHitALaterCall()
    {
        string[] watching = ["look", "cancel", "abandon"];
        string[] working = ["begin", "wait", "end", "begin", "end", "begin", "wait", "end"];
        var runs = 0;
        foreach (var script in Interleavings(watching, working))
        {
            Run(script);
            runs++;
        }

        runs.ShouldBe(165, "11 steps, 3 of which are the watch's");
    }

    [Fact]
    public async Task TryCancel_WorkerAndWatchOnTwoThreads_EachIsLateThatWasAskedAndNoOther()
    {
        const int calls = 300_000;
        var shared = new Shared();
        var late = new List<long>();
        var cancelled = new ConcurrentBag<long>();
        var working = Task.Factory.StartNew(
            () =>
            {
                for (var number = 1; number <= calls; number++)
                {
                    shared.Number = number;
                    shared.State.Begin();
                    if (number % 3 == 0)
                        shared.State.TryWait();
                    if (!shared.State.TryEnd(out var asked) || asked)
                        late.Add(number);
                }
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        while (!working.IsCompleted)
        {
            var call = shared.State.Look();
            var number = shared.Number;
            if (shared.State.TryCancel(call))
                cancelled.Add(number);
        }

        await working;
        cancelled.Order().ShouldBe(late);
    }

    private static IEnumerable<List<string>> Interleavings(ReadOnlyMemory<string> one, ReadOnlyMemory<string> other)
    {
        if (one.IsEmpty || other.IsEmpty)
            return [[.. one.ToArray(), .. other.ToArray()]];
        return Interleavings(one[1..], other).Select(rest => (List<string>)[one.Span[0], .. rest])
            .Concat(Interleavings(one, other[1..]).Select(rest => (List<string>)[other.Span[0], .. rest]));
    }

    private static void Run(List<string> script)
    {
        var (state, call, looked, cancelled, abandoned, number) = (default(CallState), 0L, 0, 0, 0, 0);
        foreach (var step in script)
        {
            switch (step)
            {
                case "begin":
                    number++;
                    state.Begin();
                    break;
                case "wait":
                    state.TryWait().ShouldBe(abandoned != number);
                    break;
                case "end":
                    var owns = state.TryEnd(out var late);
                    (owns, late).ShouldBe((abandoned != number, cancelled == number && abandoned != number), string.Join(' ', script));
                    break;
                case "look":
                    (call, looked) = (state.Look(), number);
                    break;
                case "cancel" when state.TryCancel(call):
                    cancelled = number;
                    break;
                case "abandon" when state.TryAbandon(call, out _):
                    abandoned = number;
                    break;
            }

            if (cancelled > 0)
                cancelled.ShouldBe(looked, string.Join(' ', script));
            if (abandoned > 0)
                abandoned.ShouldBe(cancelled, string.Join(' ', script));
        }
    }

    private sealed class Shared
    {
        public CallState State;
        public long Number;
    }
}
