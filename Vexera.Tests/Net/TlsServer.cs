using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Vexera.Tests.Net;

/// <summary>
/// A TLS server for localhost that opens a WebSocket for who asks for one, answers anything else with an empty JSON object and
/// closes, and tells which handshakes resumed an earlier session.
/// </summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private const string WebSocketKey = "Sec-WebSocket-Key: ";
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<bool> _resumed = [];
    private readonly SslServerAuthenticationOptions _options;
    private readonly X509Certificate2 _certificate;
    private readonly Task _serving;

    public TlsServer(SslProtocols version)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        _certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), password: null);
        _options = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(_certificate, additionalCertificates: null, offline: true),
            EnabledSslProtocols = version,
        };
        Trust.CustomTrustStore.Add(_certificate);
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Trusts this server and no other.</summary>
    public X509ChainPolicy Trust { get; } = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };

    /// <summary>For each connection in turn, whether it resumed a session.</summary>
    public IReadOnlyList<bool> Resumed => [.. _resumed];

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        await _serving;
        _certificate.Dispose();
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_stopping.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            var record = new HandshakeRecord(client.GetStream());
            await using var tls = new SslStream(record);
            await tls.AuthenticateAsServerAsync(_options, _stopping.Token);
            _resumed.Enqueue(record.IsResumed);
            var request = await ReadRequestAsync(tls);
            var key = request.IndexOf(WebSocketKey, StringComparison.OrdinalIgnoreCase);
            var answer = key < 0
                ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
                : $"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: {Accept(request[(key + WebSocketKey.Length)..])}\r\n\r\n";
            await tls.WriteAsync(Encoding.ASCII.GetBytes(answer), _stopping.Token);
            if (key >= 0)
                await tls.CopyToAsync(Stream.Null, _stopping.Token);
            else
                await tls.ShutdownAsync();
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            // The client or the test is done.
        }
    }

    private async Task<string> ReadRequestAsync(SslStream tls)
    {
        var bytes = new byte[16 * 1024];
        var length = 0;
        while (!bytes.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
        {
            var read = await tls.ReadAsync(bytes.AsMemory(length), _stopping.Token);
            if (read == 0)
                throw new EndOfStreamException();
            length += read;
        }

        return Encoding.ASCII.GetString(bytes, 0, length);
    }

    // RFC 6455, section 4.2.2, which prescribes SHA-1.
    private static string Accept(string rest)
    {
        var key = rest[..rest.IndexOf("\r\n", StringComparison.Ordinal)] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
        return Convert.ToBase64String(CryptographicOperations.HashData(HashAlgorithmName.SHA1, Encoding.ASCII.GetBytes(key)));
    }
}
