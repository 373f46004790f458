using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Vexera.Host.Telemetry;
using Vexera.Tests.Host.Dashboard;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Telemetry;

/// <summary>What Prometheus fetches.</summary>
public sealed partial class PrometheusTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Get_ConfiguredBot_TellsTheMeters()
    {
        await using var process = VexeraProcess.Start(
            _folder.Path,
            ["sandbox", "--urls", "http://127.0.0.1:0"],
            ("Dashboard__Enabled", "true"),
            ("Dashboard__Urls", "http://127.0.0.1:0"),
            ("Telemetry__Prometheus__Enabled", "true"));
        await process.WaitForOutAsync("Watch it at");
        using var http = new HttpClient { BaseAddress = new Uri(Address().Match(process.Out).Groups[1].Value) };

        // The first handlers may still be at work.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var text = "";
        while (!text.Contains("vexera_dispatch_delay_seconds_count", StringComparison.Ordinal))
            text = await http.GetStringAsync(PrometheusRoutes.Path, TestContext.Current.CancellationToken).WaitAsync(patience.Token);

        Value(text, "vexera_events_received_total", "event=\"READY\"").ShouldBe(1);
        Value(text, "vexera_shards", "state=\"Ready\"").ShouldBe(1);
        Value(text, "vexera_shard_identifies_total", "").ShouldBe(1);
        Value(text, "vexera_dispatch_delay_seconds_count", "").ShouldBeGreaterThan(0);
        Value(text, "vexera_dispatch_delay_seconds_bucket", "le=\"0.0025\"").ShouldBeGreaterThanOrEqualTo(0);
        text.ShouldContain("dotnet_process_memory_working_set_bytes");
        process.Terminate();
        (await process.WaitForExitAsync()).ShouldBe(0, process.Error);
    }

    [Fact]
    public async Task Get_NotConfigured_IsNotThere()
    {
        using var routes = new PrometheusRoutes(Options.Create(new PrometheusOptions()));
        await using var rig = new DashboardRig(new Dictionary<string, string?>(), routes: routes);
        await rig.StartAsync();

        (await rig.GetAsync(PrometheusRoutes.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static double Value(string text, string name, string tag)
    {
        var line = text.Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal) && line.Contains(tag, StringComparison.Ordinal));
        line.ShouldNotBeNull($"{name} {tag} in\n{text}");
        return double.Parse(Number().Match(line).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Watch it at (http://127\.0\.0\.1:\d+/)")]
    private static partial Regex Address();

    [GeneratedRegex(@"(?:\}| )\s*([0-9.eE+-]+)(?: \d+)?\s*$")]
    private static partial Regex Number();
}
