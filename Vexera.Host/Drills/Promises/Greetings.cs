using Vexera.Core.Modules.Greeting;
using Vexera.Host.Drills.Processes;
using Vexera.Host.Drills.Reporting;
using Vexera.Host.Drills.Staging;

namespace Vexera.Host.Drills.Promises;

/// <summary>Whom the bot thanks for adding it.</summary>
internal static class Greetings
{
    private static readonly AnswerForm[] Thanks =
    [
        .. AnswerForm.InEachLanguage(GreetingText.Thanks(AnswerForm.Anything, AnswerForm.Anything, AnswerForm.Anything)),
        .. AnswerForm.InEachLanguage(GreetingText.ThanksNoPrefix(AnswerForm.Anything)),
    ];

    /// <summary>Nobody who has had it before.</summary>
    public static DrillPromise NoneToOldGuilds() => record =>
    {
        if (record.Unasked.Count == 0 && record.Calls.All(call => call.Answers.Count == 0))
            return Verdict.NotMeasured(DrillText.PromiseThanks, "0", DrillText.NothingHeard);
        var wrong = Said(record).Where(message => message.GuildId is not { } guild || !record.NewGuilds.ContainsKey(guild)).ToList();
        return new Verdict(
            Promise.Never(DrillText.PromiseThanks, wrong.Count), wrong.Count == 0 ? null : record.MomentOf(wrong.Min(message => message.At)));
    };

    /// <summary>Each guild that added it hears it, and once.</summary>
    public static DrillPromise OnceToNewGuilds() => record =>
    {
        var bar = $"{record.NewGuilds.Count}";
        if (record.NewGuilds.Count == 0)
            return Verdict.NotMeasured(DrillText.PromiseThanksNew, bar, DrillText.NoNewGuild);
        var said = Said(record).Where(message => message.GuildId is not null).ToLookup(message => message.GuildId!, message => record.MomentOf(message.At));
        var (missing, several) = (record.NewGuilds.Where(guild => !said.Contains(guild.Key)).ToList(), said.Where(IsNewAndSeveral).ToList());
        var once = record.NewGuilds.Count - missing.Count - several.Count;
        return new Verdict(
            new Promise(
                DrillText.PromiseThanksNew,
                bar,
                once == record.NewGuilds.Count ? bar : DrillText.ThanksWrong.With(once, missing.Count, several.Count),
                once == record.NewGuilds.Count),
            missing.Select(guild => guild.Value).Concat(several.Select(moments => moments.Order().ElementAt(1))).Order().Cast<TimeSpan?>().FirstOrDefault());

        bool IsNewAndSeveral(IGrouping<string, TimeSpan> moments) => record.NewGuilds.ContainsKey(moments.Key) && moments.Count() > 1;
    };

    private static IEnumerable<BotMessage> Said(DrillRecord record) =>
        record.Unasked.Where(message => Array.Exists(Thanks, thanks => thanks.IsIn(message.Content)));
}
