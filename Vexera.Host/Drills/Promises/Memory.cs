using Vexera.Host.Drills.Reporting;

namespace Vexera.Host.Drills.Promises;

/// <summary>What the bot takes of memory.</summary>
internal static class Memory
{
    private const double Factor = 2;
    private const double Allowance = 200;

    /// <summary>Never more than twice what it took when it was up, and 200 MB.</summary>
    public static DrillPromise IsBounded() => record =>
    {
        if (record.Samples.FirstOrDefault(sample => sample.Megabytes is not null && sample.At >= record.ReadyAt)?.Megabytes is not { } start)
            return Verdict.NotMeasured(DrillText.PromiseMemory, DrillText.MemoryBar, DrillText.NoMemory);
        var bar = (start * Factor) + Allowance;
        var most = record.Samples.Max(sample => sample.Megabytes) ?? 0;
        return new Verdict(
            Promise.AtMost(DrillText.PromiseMemory, Math.Round(most), Math.Round(bar), " MB"),
            record.Samples.FirstOrDefault(sample => sample.Megabytes > bar)?.At);
    };
}
