using System.Collections.Concurrent;
using System.Threading.Channels;
using Vexera.Core.Gateway.Transport;

namespace Vexera.Tests.Gateway.Transport;

/// <summary>Every connection it opens goes to the test.</summary>
internal sealed class ScriptedConnector : IGatewayConnector
{
    private readonly Channel<(Uri Url, TaskCompletionSource<IGatewayTransport> Outcome)> _dialed =
        Channel.CreateUnbounded<(Uri, TaskCompletionSource<IGatewayTransport>)>();

    public Task<IGatewayTransport> ConnectAsync(Uri url, CancellationToken cancellationToken)
    {
        var outcome = new TaskCompletionSource<IGatewayTransport>(TaskCreationOptions.RunContinuationsAsynchronously);
        cancellationToken.Register(() => outcome.TrySetCanceled(cancellationToken));
        _dialed.Writer.TryWrite((url, outcome));
        return outcome.Task;
    }

    /// <summary>What it was told to prepare for.</summary>
    public ConcurrentQueue<Uri> Prepared { get; } = [];

    public void Prepare(Uri url) => Prepared.Enqueue(url);

    public bool NobodyDials => !_dialed.Reader.TryPeek(out _);

    /// <summary>Waits for the next attempt and lets it through.</summary>
    public async Task<(Uri Url, ScriptedTransport Transport)> AcceptAsync()
    {
        var (url, outcome) = await NextAsync();
        var transport = new ScriptedTransport();
        outcome.TrySetResult(transport);
        return (url, transport);
    }

    /// <summary>Waits for the next attempt and refuses it.</summary>
    public async Task<Uri> RefuseAsync(string reason = "refused")
    {
        var (url, outcome) = await NextAsync();
        outcome.TrySetException(new IOException(reason));
        return url;
    }

    /// <summary>Waits for the next attempt and leaves it without an answer.</summary>
    public async Task<Uri> IgnoreAsync() => (await NextAsync()).Url;

    private async Task<(Uri Url, TaskCompletionSource<IGatewayTransport> Outcome)> NextAsync() =>
        await _dialed.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
}
