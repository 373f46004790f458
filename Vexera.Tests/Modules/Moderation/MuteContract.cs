using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Ends;
using Vexera.Core.Modules.Moderation.Punishments;
using Vexera.Core.Rest;
using Vexera.Tests.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Moderation;

/// <summary>Mutes: Discord's timeout, for as long as a moderator says and not only as long as Discord allows.</summary>
public abstract class MuteContract : ModerationContract
{
    [Fact]
    public async Task Mute_ForATime_IsDiscordsTimeoutAndItsCaseCloses()
    {
        var end = Bot.Time.GetUtcNow().AddHours(2);
        await Bot.AskAsync("+mute <@3> 2h");
        Bot.MutedUntil().ShouldBe(end);

        await Bot.AdvanceAsync(TimeSpan.FromHours(2));

        (await Bot.CaseAsync(1))!.Ending.ShouldBe(CaseEnding.Ended);
        Bot.Count("timeout").ShouldBe(1, "Discord ends it by itself");
    }

    [Theory]
    [InlineData("+mute <@3> 100d", 100)]
    [InlineData("+mute <@3> 28d", 28)]
    [InlineData("+mute <@3>", 400)]
    public async Task Mute_LongerThanDiscordAllows_NeverLapsesBefore(string line, int days)
    {
        await Bot.AskAsync(line);

        for (var day = 0; day < days; day++)
        {
            Bot.MutedUntil().ShouldNotBeNull().ShouldBeGreaterThan(Bot.Time.GetUtcNow());
            (Bot.MutedUntil() - Bot.Time.GetUtcNow())!.Value.ShouldBeLessThan(TimeSpan.FromDays(28));
            await Bot.AdvanceAsync(TimeSpan.FromDays(1));
        }

        (await Bot.CaseAsync(1))!.IsOpen.ShouldBe(line == "+mute <@3>");
        Bot.Count("timeout").ShouldBeLessThan((days / 20) + 2);
    }

    [Fact]
    public async Task Mute_RenewalFails_IsTriedAgainLongBeforeItLapses()
    {
        await Bot.AskAsync("+mute <@3>");
        Bot.Rest.Answer = call => call.Name == "timeout" ? throw RecordingRest.Refusal(DiscordErrorCodes.MissingPermissions) : Task.CompletedTask;
        await Bot.AdvanceAsync(TimeSpan.FromDays(22));
        Bot.Watcher.Changes.Count(change => change.Kind == CaseChangeKind.Stuck).ShouldBe(1);
        Bot.Rest.Answer = _ => Task.CompletedTask;

        await Bot.AdvanceAsync(TimeSpan.FromHours(2));

        Bot.MutedUntil().ShouldNotBeNull().ShouldBeGreaterThan(Bot.Time.GetUtcNow().AddDays(27));
    }

    [Theory]
    [InlineData("+mute <@3>")]
    [InlineData("+mute <@3> 60d")]
    public async Task Rejoin_WhileMuted_IsMutedAgain(string line)
    {
        await Bot.AskAsync(line);
        Bot.Rest.Members.TryRemove(ModerationRig.Victim.Id, out _);
        await Bot.AdvanceAsync(TimeSpan.FromDays(45));

        await Bot.JoinAsync(ModerationRig.Victim);

        Bot.MutedUntil().ShouldBe(MuteWindow.Until(Bot.Time.GetUtcNow(), (await Bot.CaseAsync(1))!.EndsAt));
    }

    [Fact]
    public async Task Rejoin_DiscordIsInTrouble_IsMutedSoonAfter()
    {
        await Bot.AskAsync("+mute <@3> 1d");
        Bot.Rest.Members.TryRemove(ModerationRig.Victim.Id, out _);
        Bot.Rest.Answer = call => call.Name == "timeout" ? throw new DiscordUnreachableException("PATCH", "nothing") : Task.CompletedTask;
        await Bot.JoinAsync(ModerationRig.Victim);
        Bot.Rest.Answer = _ => Task.CompletedTask;

        await Bot.AdvanceAsync(TimeSpan.FromMinutes(1));

        Bot.MutedUntil().ShouldBe((await Bot.CaseAsync(1))!.EndsAt);
    }

    [Theory]
    [InlineData(0, "+unmute <@3>")]
    [InlineData(2, null)]
    public async Task Rejoin_MuteIsOver_IsLeftAlone(int days, string? line)
    {
        await Bot.AskAsync("+mute <@3> 1d");
        if (line is not null)
            await Bot.AskAsync(line);
        Bot.Rest.Members.TryRemove(ModerationRig.Victim.Id, out _);
        await Bot.AdvanceAsync(TimeSpan.FromDays(days));

        await Bot.JoinAsync(ModerationRig.Victim);

        Bot.MutedUntil().ShouldBeNull();
    }

    [Fact]
    public async Task Mute_SecondOne_ChangesTheFirst()
    {
        await Bot.AskAsync("+mute <@3> 1h");
        (await Bot.AskAsync("+mute <@3> 3h")).ShouldEndWith("It takes the place of case 1.");

        await Bot.AdvanceAsync(TimeSpan.FromHours(2));

        (await Bot.PunishmentAsync(PunishmentKind.Mute))!.CaseNumber.ShouldBe(2);
        Bot.MutedUntil().ShouldBe((await Bot.CaseAsync(2))!.EndsAt);
    }
}

public sealed class SqliteMuteTests : MuteContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync(TimeProvider time) => NewSqliteAsync(time);
}

public sealed class PostgresMuteTests : MuteContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync(TimeProvider time) => NewPostgresAsync(time);
}
