using CsCheck;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Punishments;
using Vexera.Tests.Storage;

namespace Vexera.Tests.Modules.Moderation;

/// <summary>
/// Any sequence of bans for a time and for ever, liftings, hours and kills, against a model that is a few lines long: whether
/// somebody is banned, and until when.
/// </summary>
public sealed class PunishmentPropertyTests
{
    private enum Step
    {
        BanForEver,
        BanAnHour,
        BanADay,
        Unban,
        UnbanByHand,
        HalfAnHour,
        TwelveHours,
        SixtyDays,
        Kill,
    }

    [Fact]
    public async Task Bans_AnySequence_AreAsTheModelSays() => await Gen.Int[0, 8].Select(step => (Step)step).Array[4, 18]
        .SampleAsync(async steps => await CheckAsync(steps), iter: 25, threads: 1);

    private static async Task<bool> CheckAsync(Step[] steps)
    {
        await using var site = new SqliteSite(TimeProvider.System);
        var rigs = new List<ModerationRig> { await ModerationRig.StartAsync(_ => Task.FromResult<DatabaseSite>(site)) };
        try
        {
            var (banned, end) = (false, (DateTimeOffset?)null);
            foreach (var step in steps)
            {
                var now = rigs[^1].Time.GetUtcNow();
                (banned, end) = step switch
                {
                    Step.BanForEver => (true, null),
                    Step.BanAnHour => (true, now.AddHours(1)),
                    Step.BanADay => (true, now.AddDays(1)),
                    Step.Unban or Step.UnbanByHand => (false, null),
                    _ => (banned, end),
                };
                await DoAsync(rigs, site, step);
                if (end <= rigs[^1].Time.GetUtcNow())
                    (banned, end) = (false, null);
                await CompareAsync(rigs[^1], banned, end, step == Step.UnbanByHand || steps.Contains(Step.UnbanByHand));
            }
        }
        finally
        {
            foreach (var rig in Enumerable.Reverse(rigs))
                await rig.DisposeAsync();
        }

        return true;
    }

    private static async Task DoAsync(List<ModerationRig> rigs, DatabaseSite site, Step step)
    {
        var bot = rigs[^1];
        switch (step)
        {
            case Step.UnbanByHand:
                bot.Rest.Bans.Clear();
                break;
            case Step.Kill:
                await bot.KillAsync();
                rigs.Add(await ModerationRig.StartAsync(_ => Task.FromResult(site), bot));
                break;
            case Step.HalfAnHour or Step.TwelveHours or Step.SixtyDays:
                await bot.AdvanceAsync(step == Step.HalfAnHour ? TimeSpan.FromMinutes(30) : step == Step.TwelveHours ? TimeSpan.FromHours(12) : TimeSpan.FromDays(60));
                break;
            default:
                await bot.AskAsync(step switch
                {
                    Step.BanForEver => "+ban 3",
                    Step.BanAnHour => "+ban 3 1h",
                    Step.BanADay => "+ban 3 1d",
                    _ => "+unban 3",
                });
                break;
        }
    }

    private static async Task CompareAsync(ModerationRig bot, bool banned, DateTimeOffset? end, bool unseen)
    {
        bot.IsBanned().ShouldBe(banned);
        var holds = await bot.PunishmentAsync(PunishmentKind.Ban);
        if (banned)
            holds.ShouldNotBeNull().EndsAt.ShouldBe(end);
        else if (!unseen)
            holds.ShouldBeNull();
        var open = (await bot.AllCasesAsync()).Where(one => one is { Type: CaseType.Ban, IsOpen: true }).Select(one => one.Number);
        open.ShouldBe(holds is null ? [] : [holds.CaseNumber]);
    }
}
