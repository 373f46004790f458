using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Net;
using Vexera.Core.Telemetry;
using Vexera.Core.Telemetry.Reading;

namespace Vexera.Core.Monitoring.Statsd;

/// <summary>
/// Sends the meters to a StatsD server, on a loop of its own. Nobody waits for it and nothing it meets reaches anybody: trouble
/// is a counter and a line a minute. It holds one datagram and the values of the interval before.
/// </summary>
internal sealed class StatsdSender(
    IOptions<StatsdOptions> options,
    IMeterValues values,
    AddressCache addresses,
    VexeraMetrics metrics,
    TimeProvider time,
    ILogger<StatsdSender> logger) : BackgroundService
{
    private static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(250);
    private static readonly KeyValuePair<string, object?> Sink = new("sink", "statsd");
    private readonly StatsdOptions _options = options.Value;
    private readonly StatsdLines _lines = new(options.Value.Dialect, options.Value.Prefix);
    private readonly StatsdIntervals _intervals = new(values);
    private readonly StatsdPacket _packet = new();
    private readonly LogPace _pace = new(TimeSpan.FromMinutes(1), time);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (string.IsNullOrWhiteSpace(_options.Host))
            return;
        using var server = new DatagramSender(_options.Host, _options.Port, addresses);
        using var timer = new PeriodicTimer(_options.Interval, time);
        StatsdLog.Begins(logger, _options.Host, _options.Port, _options.Interval);
        while (await NextAsync(timer, stoppingToken))
            await FlushAsync(server, _options.Interval, stoppingToken);
        await FlushAsync(server, Farewell, CancellationToken.None);
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task FlushAsync(DatagramSender server, TimeSpan patience, CancellationToken stopping)
    {
        using var timeout = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stopping);
        try
        {
            // Before anything is read: what cannot be sent yet is sent with the next interval.
            await server.ConnectAsync(either.Token);
            foreach (var line in _intervals.Next().SelectMany(pair => _lines.Of(pair.Instrument, pair.Series)))
            {
                if (_packet.TryAdd(line))
                    continue;
                await SendAsync(server, either.Token);
                if (!_packet.TryAdd(line))
                    Trouble("too_long", $"a line of {line.Length} characters");
            }

            await SendAsync(server, either.Token);
        }
        catch (OperationCanceledException)
        {
            if (!stopping.IsCancellationRequested)
                Trouble("timeout", $"nothing could be sent within {patience.TotalSeconds:0.##} s");
        }
        catch (Exception failure)
        {
            Trouble(failure is HostUnresolvedException ? "unresolved" : failure is SocketException ? "socket" : "failed", failure.Message);
        }
        finally
        {
            _packet.Clear();
        }
    }

    private async Task SendAsync(DatagramSender server, CancellationToken cancellationToken)
    {
        if (_packet.Content.IsEmpty)
            return;
        if (!await server.SendAsync(_packet.Content, cancellationToken))
            Trouble("refused", "nobody listens there");
        metrics.TelemetrySent.Add(1, Sink);
        _packet.Clear();
    }

    private void Trouble(string reason, string detail)
    {
        metrics.TelemetryFailures.Add(1, Sink, new KeyValuePair<string, object?>("reason", reason));
        if (_pace.TryTell(out var heldBack))
            StatsdLog.Trouble(logger, _options.Host!, _options.Port, detail, heldBack);
    }
}
