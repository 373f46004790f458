using Vexera.Host.Drills.Reporting;

namespace Vexera.Host.Drills.Promises;

/// <summary>How the bot's process ends.</summary>
internal static class ProcessEnds
{
    /// <summary>Not by itself.</summary>
    public static DrillPromise NeverEndsByItself() => record => record.Samples.All(sample => !sample.Runs)
        ? Verdict.NotMeasured(DrillText.PromiseProcess, "0", DrillText.NeverRan)
        : new Verdict(
            Promise.Never(
                DrillText.PromiseProcess, record.OwnEnd is null ? 0 : 1, record.OwnEnd is { } end ? DrillText.EndedWith.With(end.ExitCode) : ""),
            record.OwnEnd?.At);

    /// <summary>By itself, with an exit code that says why.</summary>
    public static DrillPromise EndsWith(int exitCode) => record => new Verdict(
        new Promise(
            DrillText.PromiseEnd,
            $"{exitCode}",
            record.OwnEnd is { } end ? $"{end.ExitCode}" : DrillText.RunsOn,
            record.OwnEnd?.ExitCode == exitCode),
        record.OwnEnd?.At);
}
