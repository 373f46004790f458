using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Vexera.Core;
using Vexera.Core.Net;
using Vexera.Core.Telemetry.Reading;
using Vexera.Host.Telemetry;
using Vexera.Tests.Net;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Telemetry;

/// <summary>The exporter that sends by OTLP, with real connections, and names that only the test's resolver knows.</summary>
public sealed class OtlpSenderTests : IAsyncDisposable
{
    private const string Host = "collector.test";
    private readonly MetricsProbe _probe = new();
    private readonly ScriptedResolver _resolver = new();
    private readonly RecordingLogger<OtlpTrouble> _log = new();
    private readonly MeterValues _values;
    private OtlpSender? _sender;

    public OtlpSenderTests() => _values = new MeterValues(_probe.Meters);

    public async ValueTask DisposeAsync()
    {
        if (_sender is { } sender)
            await sender.StopAsync(CancellationToken.None);
        _sender?.Dispose();
        _values.Dispose();
        _probe.Dispose();
    }

    [Fact]
    public async Task Send_ByName_ResolvesThroughNetAndArrives()
    {
        await using var collector = await Collector.StartAsync();
        await StartAsync(new OtlpOptions { Endpoint = $"http://{Host}:{collector.Port}/v1/metrics", Headers = new Secret("x-token=abc"), Interval = TimeSpan.FromSeconds(1) });
        await _resolver.AnswerAsync("127.0.0.1");

        // The bot's own meters come and go with the tests that run beside this one; .NET's stay.
        await Eventually.UntilAsync(() => collector.Requests.Any(request => request.Holds("dotnet.process.cpu.time")));
        var request = collector.Requests[0];
        request.ContentType.ShouldBe("application/x-protobuf");
        request.Token.ShouldBe("abc");
        request.Holds("vexera").ShouldBeTrue();
        await Eventually.UntilAsync(() => Count("vexera.telemetry.sent") >= 1);
        _resolver.Questions.ShouldBe(1);
        _log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_NameWithoutAddress_IsCountedAndSaidOnce()
    {
        await StartAsync(new OtlpOptions { Endpoint = $"http://{Host}:4318/v1/metrics", Interval = TimeSpan.FromSeconds(1) });
        await _resolver.FailAsync();

        await Eventually.UntilAsync(() => Count("vexera.telemetry.failures", "unreachable") >= 2);

        _log.Lines.ShouldHaveSingleItem().Text.ShouldContain(Host);
        _resolver.Questions.ShouldBe(1);
    }

    [Fact]
    public async Task Send_NobodyListens_IsCounted()
    {
        await StartAsync(new OtlpOptions { Endpoint = $"http://127.0.0.1:{ClosedPort()}/v1/metrics", Interval = TimeSpan.FromSeconds(1) });

        await Eventually.UntilAsync(() => Count("vexera.telemetry.failures", "unreachable") >= 1);
    }

    [Fact]
    public async Task Send_CollectorRefuses_IsCounted()
    {
        await using var collector = await Collector.StartAsync();
        collector.Status = 401;

        await StartAsync(new OtlpOptions { Endpoint = $"http://127.0.0.1:{collector.Port}/v1/metrics", Interval = TimeSpan.FromSeconds(1) });

        await Eventually.UntilAsync(() => Count("vexera.telemetry.failures", "refused") >= 1);
        _log.Lines[0].Text.ShouldContain("401");
    }

    [Fact]
    public async Task Stop_CollectorNeverAnswers_WaitsForItNoLongerThanAMoment()
    {
        await using var collector = await Collector.StartAsync();
        collector.IsSilent = true;
        await StartAsync(new OtlpOptions { Endpoint = $"http://127.0.0.1:{collector.Port}/v1/metrics", Interval = TimeSpan.FromSeconds(1) });
        await Eventually.UntilAsync(() => collector.Requests.Count > 0);

        // The exporter's own patience is longer than this test's: ten seconds for each request.
        var began = TimeProvider.System.GetTimestamp();
        await _sender!.StopAsync(CancellationToken.None);

        Count("vexera.telemetry.failures", "timeout").ShouldBe(0, $"after {TimeProvider.System.GetElapsedTime(began)}");
    }

    [Fact]
    public async Task Start_NoEndpoint_EndsAtOnce()
    {
        await StartAsync(new OtlpOptions());

        await _sender!.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        _log.Lines.ShouldBeEmpty();
    }

    private static int ClosedPort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    private async Task StartAsync(OtlpOptions settings)
    {
        var (options, net) = (Options.Create(settings), Options.Create(new NetOptions()));
        var addresses = new AddressCache(_resolver, net, TimeProvider.System, _probe.Metrics, NullLogger<AddressCache>.Instance);
        var handlers = new HandlerFactory(new AddressConnector(addresses, new SocketDialer(), net, TimeProvider.System));
        _sender = new OtlpSender(options, handlers, new OtlpTrouble(options, _probe.Metrics, TimeProvider.System, _log), TimeProvider.System);
        await _sender.StartAsync(TestContext.Current.CancellationToken);
    }

    private double Count(string instrument, string? reason = null) => _values.Read(instrument)
        .Where(series => series.Tag("sink") == "otlp" && (reason is null || series.Tag("reason") == reason))
        .Sum(series => series.Sum);
}
