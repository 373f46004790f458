using System.Threading.Channels;
using Vexera.Core.Dispatch;

namespace Vexera.Tests.Dispatch;

/// <summary>A handler that does what the test says, and tells when it is called.</summary>
internal class ControlledHandler<TEvent> : IEventHandler<TEvent>
    where TEvent : class
{
    private readonly Channel<Call> _calls = Channel.CreateUnbounded<Call>();

    /// <summary>What to do in a call; unless set, a call lasts until the test ends it.</summary>
    public Func<Call, ValueTask> Behavior { get; set; } = call => new ValueTask(call.Ended.Task);

    public async ValueTask HandleAsync(EventContext<TEvent> context, CancellationToken cancellationToken)
    {
        var call = new Call(context, cancellationToken);
        _calls.Writer.TryWrite(call);
        await Behavior(call);
    }

    /// <summary>The next call, once it has begun.</summary>
    public async Task<Call> NextAsync() =>
        await _calls.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Whether a call has begun that was not asked for.</summary>
    public bool HasNext => _calls.Reader.TryPeek(out _);

    internal sealed record Call(EventContext<TEvent> Context, CancellationToken Token)
    {
        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void End() => Ended.SetResult();
    }
}

/// <summary>Another one, since a type is registered once for an event.</summary>
internal sealed class SecondHandler<TEvent> : ControlledHandler<TEvent>
    where TEvent : class;
