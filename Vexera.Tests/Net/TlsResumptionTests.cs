using System.Security.Authentication;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Vexera.Core.Gateway.Transport;
using Vexera.Core.Net;
using Vexera.Core.Rest.Wire;
using Vexera.Tests.Support;

namespace Vexera.Tests.Net;

/// <summary>Only the first connection to a server pays for a whole TLS handshake.</summary>
public sealed class TlsResumptionTests : IDisposable
{
    private const int Connections = 5;
    private readonly MetricsProbe _probe = new();

    public static TheoryData<SslProtocols> Versions => [SslProtocols.Tls12, SslProtocols.Tls13];

    public void Dispose() => _probe.Dispose();

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task WebSocketConnector_SecondConnection_ResumesTheSession(SslProtocols version)
    {
        await using var server = new TlsServer(version);
        var (addresses, handlers) = Net(server);
        using var connector = new WebSocketConnector(addresses, handlers);

        for (var i = 0; i < Connections; i++)
        {
            using var transport = await connector.ConnectAsync(new Uri($"wss://localhost:{server.Port}/"), TestContext.Current.CancellationToken);
        }

        server.Resumed.ShouldBe([false, .. Enumerable.Repeat(true, Connections - 1)]);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task RestHandler_SecondConnection_ResumesTheSession(SslProtocols version)
    {
        await using var server = new TlsServer(version);
        var address = new Uri($"https://localhost:{server.Port}/");
        using var client = new HttpClient(RestHandler.Create(address, Net(server).Handlers));

        for (var i = 0; i < Connections; i++)
            (await client.GetStringAsync(address, TestContext.Current.CancellationToken)).ShouldBe("{}");

        server.Resumed.ShouldBe([false, .. Enumerable.Repeat(true, Connections - 1)]);
    }

    [Fact]
    public async Task HandlerFactory_WithoutTrust_RefusesAnUnknownServer()
    {
        await using var server = new TlsServer(SslProtocols.Tls13);
        var (addresses, _) = Net(server);
        using var connector = new WebSocketConnector(addresses, new HandlerFactory(Connector(addresses)));

        var refused = connector.ConnectAsync(new Uri($"wss://localhost:{server.Port}/"), TestContext.Current.CancellationToken);

        (await Should.ThrowAsync<IOException>(refused)).Message.ShouldContain("certificate");
    }

    private (AddressCache Addresses, HandlerFactory Handlers) Net(TlsServer server)
    {
        var cache = new AddressCache(
            new ScriptedResolver(), Options.Create(new NetOptions()), TimeProvider.System, _probe.Metrics, NullLogger<AddressCache>.Instance);
        return (cache, new HandlerFactory(Connector(cache), server.Trust));
    }

    private static AddressConnector Connector(AddressCache cache) =>
        new(cache, new SocketDialer(), Options.Create(new NetOptions()), TimeProvider.System);
}
