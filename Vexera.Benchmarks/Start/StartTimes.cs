using Vexera.Benchmarks.Processes;
using Vexera.Host.Drills.Processes;

namespace Vexera.Benchmarks.Start;

/// <summary>Starts the bot again and again, each time with a new database.</summary>
internal sealed class StartTimes(string executable, SandboxProcess sandbox, IProgress<string> progress)
{
    private const int Runs = 10;

    // Discord lets a shard identify every five seconds.
    private static readonly TimeSpan IdentifyInterval = TimeSpan.FromSeconds(5.2);

    /// <summary>Seconds from process start to READY, one for each run. A run before them fills the system's file cache.</summary>
    public async Task<IReadOnlyList<double>> MeasureAsync(CancellationToken cancellationToken)
    {
        var seconds = new List<double>();
        for (var run = 0; run <= Runs; run++)
        {
            await using (var bot = new BotProcess(executable, sandbox))
            {
                var ready = await bot.ReadyAsync(cancellationToken);
                progress.Report(FormattableString.Invariant($"start {run} of {Runs}: {ready.TotalSeconds:0.000} s"));
                seconds.Add(ready.TotalSeconds);
            }

            await Task.Delay(IdentifyInterval, TimeProvider.System, cancellationToken);
        }

        return seconds[1..];
    }
}
