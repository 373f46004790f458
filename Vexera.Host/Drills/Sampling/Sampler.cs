using System.Text.Json;
using Vexera.Core.Net.Local;
using Vexera.Host.Control;
using Vexera.Host.Control.Status;
using Vexera.Host.Drills.Bot;
using Vexera.Host.Drills.Processes;

namespace Vexera.Host.Drills.Sampling;

/// <summary>Looks at the bot and the simulator twice a second until it is stopped; over hours less often.</summary>
/// <param name="sandbox">The simulator.</param>
/// <param name="bot">The bot.</param>
/// <param name="timeline">The drill's time.</param>
internal sealed class Sampler(SandboxClient sandbox, DrilledBot bot, Timeline timeline) : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private readonly CancellationTokenSource _stopping = new();
    private readonly SampleSeries _series = new(Interval);
    private readonly BotMeters _meters = new(bot);
    private Task _running = Task.CompletedTask;

    /// <summary>What was seen so far.</summary>
    public IReadOnlyList<DrillSample> Samples => _series.Samples;

    /// <summary>Begins.</summary>
    public void Start() => _running = RunAsync(_stopping.Token);

    /// <summary>Takes no more samples. Throws what kept it from taking them.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        try
        {
            await _running;
        }
        catch (OperationCanceledException canceled) when (canceled.InnerException is not TimeoutException)
        {
            // It was told to stop.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _meters.Dispose();
        _stopping.Dispose();
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Interval, TimeProvider.System);
        do
        {
            _series.Add(await TakeAsync(stopping));
            timer.Period = _series.Interval;
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    private async Task<DrillSample> TakeAsync(CancellationToken stopping)
    {
        var sample = new DrillSample(timeline.Now, await sandbox.StatsAsync(stopping), await sandbox.LastNumberAsync(stopping));
        if (_meters.Usage() is not { } usage)
            return sample;
        var before = _series.Latest;
        var seconds = (sample.At - (before?.At ?? TimeSpan.Zero)).TotalSeconds;
        var received = await _meters.ReceivedAsync(stopping);
        return sample with
        {
            Runs = true,
            Cpu = usage.Cpu,
            Megabytes = usage.ResidentMegabytes,
            Cores = usage.Cpu >= before?.Cpu ? (usage.Cpu - before.Cpu.Value).TotalSeconds / seconds : null,
            Received = received,
            EventsPerSecond = received >= before?.Received ? (received - before.Received) / seconds : null,
            Status = await StatusAsync(stopping),
        };
    }

    private async Task<StatusReport?> StatusAsync(CancellationToken stopping)
    {
        try
        {
            var answer = await new ControlClient(bot.Socket, TimeProvider.System).AskAsync(new ControlRequest(StatusControl.CommandName), stopping);
            return answer?.Deserialize(ControlJson.Default.StatusReport);
        }
        catch (Exception e) when (e is ControlException or LocalSocketException)
        {
            return null;
        }
    }
}
