using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Vexera.Core.Net;

namespace Vexera.Tests.Net;

/// <summary>A dialer whose connections a test opens or refuses by hand.</summary>
internal sealed class ScriptedDialer : ISocketDialer
{
    private readonly Channel<Attempt> _attempts = Channel.CreateUnbounded<Attempt>();

    public bool NobodyDials => !_attempts.Reader.TryPeek(out _);

    public Task<Stream> DialAsync(IPEndPoint endpoint, CancellationToken cancellationToken)
    {
        var attempt = new Attempt(endpoint);
        cancellationToken.Register(() => attempt.Outcome.TrySetCanceled(cancellationToken));
        _attempts.Writer.TryWrite(attempt);
        return attempt.Outcome.Task;
    }

    public async Task<Attempt> NextAsync() =>
        await _attempts.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    internal sealed record Attempt(IPEndPoint Endpoint)
    {
        public TaskCompletionSource<Stream> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Address => Endpoint.Address.ToString();

        public Stream Accept()
        {
            var stream = new MemoryStream();
            Outcome.SetResult(stream);
            return stream;
        }

        public void Refuse() => Outcome.SetException(new SocketException((int)SocketError.ConnectionRefused));
    }
}
