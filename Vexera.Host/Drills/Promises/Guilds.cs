using Vexera.Host.Drills.Reporting;

namespace Vexera.Host.Drills.Promises;

/// <summary>What the bot knows of the guilds.</summary>
internal static class Guilds
{
    /// <summary>In the end, what Discord has.</summary>
    public static DrillPromise EqualDiscords() => record => new Verdict(
        Promise.Never(DrillText.PromiseGuilds, record.Differences.Count, record.Differences is [var first, ..] ? Short(first) : ""),
        record.Differences.Count == 0 ? null : record.Samples.Max(sample => sample.At));

    private static string Short(string text) => text.Length > 200 ? text[..200] + " …" : text;
}
