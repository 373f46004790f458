using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Vexera.Core.Net;

namespace Vexera.Tests.Net;

/// <summary>A resolver whose answers a test gives by hand.</summary>
internal sealed class ScriptedResolver : IAddressResolver
{
    private readonly Channel<TaskCompletionSource<IReadOnlyList<IPAddress>>> _open =
        Channel.CreateUnbounded<TaskCompletionSource<IReadOnlyList<IPAddress>>>();

    private int _questions;

    public int Questions => Volatile.Read(ref _questions);

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        var question = new TaskCompletionSource<IReadOnlyList<IPAddress>>(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Increment(ref _questions);
        _open.Writer.TryWrite(question);
        return question.Task;
    }

    /// <summary>Waits for the next question.</summary>
    public Task<TaskCompletionSource<IReadOnlyList<IPAddress>>> NextAsync() =>
        _open.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    public async Task AnswerAsync(params string[] addresses) =>
        (await NextAsync()).SetResult([.. addresses.Select(IPAddress.Parse)]);

    public async Task FailAsync() => (await NextAsync()).SetException(new SocketException((int)SocketError.TryAgain));
}
