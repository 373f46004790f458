using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Vexera.Core.Gateway.Transport;
using Vexera.Core.Net;
using Vexera.Tests.Net;
using Vexera.Tests.Support;

namespace Vexera.Tests.Gateway.Transport;

public sealed class WebSocketConnectorTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly MetricsProbe _probe = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _listener.Dispose();
        _probe.Dispose();
    }

    [Fact]
    public async Task ConnectAsync_MessagesRightBehindTheAnswer_AreAllRead()
    {
        string[] messages = [.. Enumerable.Range(0, 100).Select(i => $"message {i}")];
        _listener.Start();
        var serving = ServeAsync(messages);
        using var connector = Connector();
        var port = ((IPEndPoint)_listener.LocalEndpoint).Port;

        using var transport = await connector.ConnectAsync(new Uri($"ws://localhost:{port}/"), Token).WaitAsync(Patience, Token);

        foreach (var message in messages)
            (await ReadAsync(transport)).ShouldBe(message);
        (await serving.WaitAsync(Patience, Token)).Dispose();
    }

    private static async Task<string> ReadAsync(IGatewayTransport transport)
    {
        var buffer = new byte[1024];
        for (var length = 0; ;)
        {
            var read = await transport.ReadAsync(buffer.AsMemory(length)).AsTask().WaitAsync(Patience, Token);
            read.Ended.ShouldBeNull();
            length += read.Count;
            if (read.EndOfMessage)
                return Encoding.UTF8.GetString(buffer, 0, length);
        }
    }

    // Answer and messages go in one piece, so that whoever reads the answer has messages in its hands.
    private async Task<TcpClient> ServeAsync(string[] messages)
    {
        var client = await _listener.AcceptTcpClientAsync(Token);
        var request = new StringBuilder();
        var buffer = new byte[4096];
        while (!request.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            request.Append(Encoding.ASCII.GetString(buffer, 0, await client.GetStream().ReadAsync(buffer, Token)));
        var key = request.ToString().Split("\r\n").First(line => line.StartsWith("Sec-WebSocket-Key: ", StringComparison.OrdinalIgnoreCase))[19..];
        List<byte> answer =
        [
            .. Encoding.ASCII.GetBytes(
                $"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: {Accept(key)}\r\n\r\n"),
            .. messages.SelectMany(message => (byte[])[0x81, (byte)message.Length, .. Encoding.UTF8.GetBytes(message)]),
        ];
        await client.GetStream().WriteAsync(answer.ToArray(), Token);
        return client;
    }

    private static string Accept(string key) => Convert.ToBase64String(
        CryptographicOperations.HashData(HashAlgorithmName.SHA1, Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));

    private WebSocketConnector Connector()
    {
        var cache = new AddressCache(
            new ScriptedResolver(), Options.Create(new NetOptions()), TimeProvider.System, _probe.Metrics, NullLogger<AddressCache>.Instance);
        return new WebSocketConnector(
            cache, new HandlerFactory(new AddressConnector(cache, new SocketDialer(), Options.Create(new NetOptions()), TimeProvider.System)));
    }
}
