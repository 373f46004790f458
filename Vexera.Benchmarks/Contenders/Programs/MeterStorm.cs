using Vexera.Core.Telemetry;
using Vexera.Core.Telemetry.Reading;

namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>Records into the bot's meters as fast as it is told while the bot works, and tells what became of the bot meanwhile.</summary>
internal sealed class MeterStorm(VexeraMetrics metrics, IMeterValues values, MessageCounter messages)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);
    private static readonly KeyValuePair<string, object?> Scope = new("scope", "Storm");
    private static readonly KeyValuePair<string, object?> Module = new("module", "Storm");
    private readonly TimeProvider _time = TimeProvider.System;

    /// <summary>Storms for a while.</summary>
    /// <param name="seconds">How long.</param>
    /// <param name="perSecond">Recordings a second; 0 for none.</param>
    public async Task<StormFigures> RageAsync(int seconds, long perSecond)
    {
        var heap = Heap();
        var (queries, failures, count, began, recorded) = (Total("vexera.dns.queries"), Total("vexera.telemetry.failures"), messages.Count, _time.GetTimestamp(), 0L);
        using var timer = new PeriodicTimer(Tick, _time);
        while (_time.GetElapsedTime(began) is var elapsed && elapsed.TotalSeconds < seconds)
        {
            for (var due = (long)(elapsed.TotalSeconds * perSecond); recorded < due; recorded += 2)
            {
                metrics.RestRateLimited.Add(1, Scope);
                metrics.HandlerDuration.Record(0.000_1 * (recorded & 1023), Module);
            }

            await timer.WaitForNextTickAsync();
        }

        var took = _time.GetElapsedTime(began).TotalSeconds;
        return new StormFigures(
            recorded / took,
            (messages.Count - count) / took,
            Heap() - heap,
            Total("vexera.dns.queries") - queries,
            Total("vexera.telemetry.failures") - failures,
            took);
    }

    private static long Heap() => GC.GetTotalMemory(forceFullCollection: true);

    private long Total(string instrument) => MeterSeries.Total(values.Read(instrument)).Count;
}
