using System.Runtime.CompilerServices;
using Vexera.Core.Gateway.Transport;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>
/// Awaits a read, and lends the thread that would have been idle then to the sink: handlers run where the events were read,
/// without waking another thread for them. The awaiting method is suspended before the thread is lent and may go on on another
/// one while it is, so that a handler that holds the thread keeps no shard from reading.
/// </summary>
/// <param name="reading">The read.</param>
/// <param name="sink">Who may use the thread.</param>
internal readonly struct ThreadLoan(ValueTask<Frame?> reading, IDispatchSink sink) : ICriticalNotifyCompletion
{
    private static readonly WaitCallback Continue = static continuation => ((Action)continuation!)();

    /// <summary>For <c>await</c>: always suspends.</summary>
    public bool IsCompleted => false;

    /// <summary>For <c>await</c>.</summary>
    public ThreadLoan GetAwaiter() => this;

    /// <summary>For <c>await</c>: what was read.</summary>
    public Frame? GetResult() => reading.GetAwaiter().GetResult();

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation)
    {
        // What this needs after the method may have gone on.
        var lender = sink;
        if (reading.IsCompleted)
            ThreadPool.UnsafeQueueUserWorkItem(Continue, continuation);
        else
            reading.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(continuation);
        lender.LendThread();
    }
}
