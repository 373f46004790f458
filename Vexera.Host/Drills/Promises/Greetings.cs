using Vexera.Host.Drills.Reporting;

namespace Vexera.Host.Drills.Promises;

/// <summary>Whom the bot thanks for adding it.</summary>
internal static class Greetings
{
    private const string Thanks = "Thanks for adding";

    /// <summary>Nobody who has had it before.</summary>
    public static DrillPromise NoneToOldGuilds() => record =>
    {
        var said = record.Unasked.Where(message => message.Content.StartsWith(Thanks, StringComparison.OrdinalIgnoreCase)).ToList();
        var wrong = said.Where(message => !record.Drill.NewGuilds.Contains(message.GuildId!)).ToList();
        return new Verdict(
            Promise.Never(DrillText.PromiseThanks, wrong.Count), wrong.Count == 0 ? null : record.Timeline.Of(wrong[0].At));
    };

    /// <summary>Each guild that added it hears it, and once.</summary>
    public static DrillPromise OnceToNewGuilds() => record =>
    {
        var said = record.Unasked.Count(message =>
            message.Content.StartsWith(Thanks, StringComparison.OrdinalIgnoreCase) && record.Drill.NewGuilds.Contains(message.GuildId!));
        return new Verdict(Promise.Exactly(DrillText.PromiseThanksNew, said, record.Drill.NewGuilds.Count));
    };
}
