using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Monitoring.Statsd;
using Vexera.Core.Net;
using Vexera.Core.Telemetry;
using Vexera.Core.Telemetry.Reading;
using Vexera.Tests.Net;
using Vexera.Tests.Support;

namespace Vexera.Tests.Monitoring.Statsd;

/// <summary>The sender with meters of its own, real UDP sockets, a clock and a resolver under the test's control.</summary>
internal sealed class StatsdRig : IAsyncDisposable
{
    public const string Host = "statsd.test";
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MeterValues _values;

    public StatsdRig(StatsdOptions options, IAddressResolver? resolver = null)
    {
        Options = options;
        var meters = _services.GetRequiredService<IMeterFactory>();
        _values = new MeterValues(meters);
        Metrics = new VexeraMetrics(meters);
        var addresses = new AddressCache(
            resolver ?? Resolver, Microsoft.Extensions.Options.Options.Create(Net), Time, Metrics, NullLogger<AddressCache>.Instance);
        Sender = new StatsdSender(Microsoft.Extensions.Options.Options.Create(options), _values, addresses, Metrics, Time, Log);
    }

    public StatsdOptions Options { get; }

    public NetOptions Net { get; } = new();

    public FakeTimeProvider Time { get; } = new();

    public ScriptedResolver Resolver { get; } = new();

    public RecordingLogger<StatsdSender> Log { get; } = new();

    public VexeraMetrics Metrics { get; }

    public StatsdSender Sender { get; }

    /// <summary>The lines about trouble.</summary>
    public IEnumerable<LogLine> Troubles => Log.Lines.Where(line => line.EventId == 10101);

    /// <summary>What could not be sent for a reason, so far.</summary>
    public double Failures(string reason) => _values.Read("vexera.telemetry.failures").Where(series => series.Tag("reason") == reason).Sum(series => series.Sum);

    /// <summary>How many datagrams went out.</summary>
    public double Sent => _values.Read("vexera.telemetry.sent").Sum(series => series.Sum);

    /// <summary>Starts the sender and waits until its clock ticks.</summary>
    public async Task StartAsync()
    {
        await Sender.StartAsync(TestContext.Current.CancellationToken);
        await Eventually.UntilAsync(() => Log.Lines.Any(line => line.EventId == 10100));
    }

    /// <summary>An interval passes.</summary>
    public void Tick() => Time.Advance(Options.Interval);

    /// <summary>Stops the sender, which sends a last time.</summary>
    public async Task StopAsync()
    {
        var stopping = Sender.StopAsync(CancellationToken.None);
        await Eventually.UntilAsync(() =>
        {
            Time.Advance(TimeSpan.FromMilliseconds(50));
            return stopping.IsCompleted;
        });
        await stopping;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Sender.Dispose();
        _values.Dispose();
        await _services.DisposeAsync();
    }
}
