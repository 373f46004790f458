using Vexera.Host.Drills.Reporting;

namespace Vexera.Host.Drills.Promises;

/// <summary>What the bot knows of the guilds.</summary>
internal static class Guilds
{
    private const int LongestDetail = 200;

    /// <summary>In the end, what Discord has.</summary>
    public static DrillPromise EqualDiscords() => record => record.Guilds is not { Compared: > 0 } guilds
        ? Verdict.NotMeasured(DrillText.PromiseGuilds, "0", DrillText.NoGuild)
        : new Verdict(Promise.Never(DrillText.PromiseGuilds, guilds.Differences.Count, guilds.Differences is [var first, ..] ? Short(first) : ""));

    private static string Short(string text) => text.Length > LongestDetail ? text[..LongestDetail] + " …" : text;
}
