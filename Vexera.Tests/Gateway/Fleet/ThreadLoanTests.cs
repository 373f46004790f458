using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Fleet;
using Vexera.Core.Gateway.Transport;

namespace Vexera.Tests.Gateway.Fleet;

public sealed class ThreadLoanTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Await_HandlerHoldsTheThread_ReadingGoesOnElsewhere(bool isReadAlready)
    {
        var read = new TaskCompletionSource<Frame?>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (isReadAlready)
            read.SetResult(null);
        using var sink = new HoldingSink(read);

        await Task.Run(async () =>
        {
            await new ThreadLoan(new ValueTask<Frame?>(read.Task), sink);
            sink.ReaderThread = Environment.CurrentManagedThreadId;
            sink.WentOn.Set();
        }, TestContext.Current.CancellationToken);

        (await sink.Lent.Task.WaitAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
        sink.ReaderThread.ShouldNotBe(sink.LentThread);
    }

    /// <summary>Gives the thread back only when the reader has gone on.</summary>
    private sealed class HoldingSink(TaskCompletionSource<Frame?> read) : IDispatchSink, IDisposable
    {
        public ManualResetEventSlim WentOn { get; } = new();

        public int ReaderThread { get; set; }

        public int LentThread { get; private set; }

        public TaskCompletionSource<bool> Lent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ValueTask OnDispatchAsync(DispatchFrame frame, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public void LendThread()
        {
            LentThread = Environment.CurrentManagedThreadId;
            read.TrySetResult(null);
            Lent.SetResult(WentOn.Wait(TimeSpan.FromSeconds(30)));
        }

        public void Dispose() => WentOn.Dispose();
    }
}
