using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Net;
using Vexera.Tests.Support;

namespace Vexera.Tests.Net;

public sealed class AddressConnectorTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly NetOptions _options = new();
    private readonly ScriptedResolver _resolver = new();
    private readonly ScriptedDialer _dialer = new();
    private readonly MetricsProbe _probe = new();

    public void Dispose() => _probe.Dispose();

    [Fact]
    public async Task ConnectAsync_AllRefuse_NamesHostAndPort()
    {
        var connecting = Connector(_dialer).ConnectAsync("127.0.0.1", 443, TestContext.Current.CancellationToken).AsTask();
        (await _dialer.NextAsync()).Refuse();

        (await Should.ThrowAsync<IOException>(connecting)).Message.ShouldStartWith("127.0.0.1:443 refused");
    }

    [Fact]
    public async Task ConnectAsync_NobodyAnswers_EndsWithTheTimeout()
    {
        var connecting = Connector(_dialer).ConnectAsync("127.0.0.1", 443, TestContext.Current.CancellationToken).AsTask();
        await _dialer.NextAsync();
        _time.Advance(new NetOptions().ConnectTimeout);

        (await Should.ThrowAsync<IOException>(connecting)).Message.ShouldContain("did not answer within 10 s");
    }

    [Fact]
    public async Task ConnectAsync_HostMoved_NeedsNoSecondAttemptOnceItMayAsk()
    {
        var connector = Connector(_dialer);
        await ConnectOnceAsync(connector, "192.0.2.1");
        _time.Advance(_options.Freshness);

        var connecting = ConnectAsync(connector);
        var question = await _resolver.NextAsync();
        _time.Advance(_options.RefreshPatience);
        (await _dialer.NextAsync()).Refuse();
        question.SetResult([IPAddress.Parse("198.51.100.1")]);
        var moved = await _dialer.NextAsync();
        moved.Address.ShouldBe("198.51.100.1");
        moved.Accept();

        await connecting;
        _resolver.Questions.ShouldBe(2);
    }

    [Fact]
    public async Task ConnectAsync_HostMovedWithinFreshness_AsksNobodyUntilItEnds()
    {
        var connector = Connector(_dialer);
        await ConnectOnceAsync(connector, "192.0.2.1");
        for (var attempt = 0; attempt < 50; attempt++)
        {
            _time.Advance(_options.Freshness / 51);
            var refused = ConnectAsync(connector);
            (await _dialer.NextAsync()).Refuse();
            await Should.ThrowAsync<IOException>(refused);
        }

        _resolver.Questions.ShouldBe(1);
        _time.Advance(_options.Freshness / 51);
        _time.Advance(TimeSpan.FromSeconds(1));
        var connecting = ConnectAsync(connector);
        await _resolver.AnswerAsync("198.51.100.1");
        (await _dialer.NextAsync()).Accept();
        await connecting;
        _resolver.Questions.ShouldBe(2);
    }

    [Fact]
    public async Task ConnectAsync_SecondAddressAccepted_IsTriedFirstNextTime()
    {
        var connector = Connector(_dialer);
        var connecting = ConnectAsync(connector);
        await _resolver.AnswerAsync("192.0.2.1", "192.0.2.2");
        (await _dialer.NextAsync()).Refuse();
        (await _dialer.NextAsync()).Accept();
        await connecting;

        var again = ConnectAsync(connector);
        var first = await _dialer.NextAsync();
        first.Address.ShouldBe("192.0.2.2");
        first.Accept();
        await again;
    }

    [Fact]
    public async Task ConnectCallback_OverLoopback_CarriesHttp()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var serving = ServeOnceAsync(listener);
        using var client = new HttpClient(new SocketsHttpHandler { ConnectCallback = Connector(new SocketDialer()).ConnectAsync });

        var answer = await client.GetStringAsync(new Uri($"http://localhost:{port}/"), TestContext.Current.CancellationToken);

        answer.ShouldBe("hello");
        await serving;
    }

    private static Task<Stream> ConnectAsync(AddressConnector connector) =>
        connector.ConnectAsync("gateway.example", 443, TestContext.Current.CancellationToken).AsTask();

    private async Task ConnectOnceAsync(AddressConnector connector, string address)
    {
        var connecting = ConnectAsync(connector);
        await _resolver.AnswerAsync(address);
        (await _dialer.NextAsync()).Accept();
        await connecting;
    }

    private AddressConnector Connector(ISocketDialer dialer)
    {
        var options = Options.Create(_options);
        var cache = new AddressCache(_resolver, options, _time, _probe.Metrics, NullLogger<AddressCache>.Instance);
        return new AddressConnector(cache, dialer, options, _time);
    }

    private static async Task ServeOnceAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        var request = new byte[4096];
        await stream.ReadAtLeastAsync(request, 16, cancellationToken: TestContext.Current.CancellationToken);
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello"u8.ToArray(), TestContext.Current.CancellationToken);
    }
}
