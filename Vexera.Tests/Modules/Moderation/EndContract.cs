using System.Net;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Rest;
using Vexera.Tests.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Moderation;

/// <summary>Bans and mutes that end: at their time, once, by the case that set them and no other, whatever happens meanwhile.</summary>
public abstract class EndContract : ModerationContract
{
    [Fact]
    public async Task Ban_ItsTimeIsOver_IsLiftedAndTheCaseClosed()
    {
        await Bot.AskAsync("+ban <@3> 10m");
        await Bot.AdvanceAsync(TimeSpan.FromMinutes(9));
        Bot.IsBanned().ShouldBeTrue();

        await Bot.AdvanceAsync(TimeSpan.FromMinutes(1));

        Bot.IsBanned().ShouldBeFalse();
        var closed = (await Bot.CaseAsync(1))!;
        (closed.IsOpen, closed.Ending, closed.ClosedAt).ShouldBe((false, CaseEnding.Ended, Bot.Time.GetUtcNow()));
        Bot.Watcher.Changes.ShouldBe([(CaseChangeKind.Opened, 1), (CaseChangeKind.Closed, 1)]);
    }

    [Theory]
    [InlineData("50d", 50)]
    [InlineData("1y", 365)]
    [InlineData("3y", 1096)]
    public async Task Ban_LongerThanATimerHolds_EndsOnTheDay(string time, int days)
    {
        await Bot.AskAsync($"+ban <@3> {time}");
        await Bot.AdvanceAsync(TimeSpan.FromDays(days) - TimeSpan.FromMinutes(1));
        Bot.IsBanned().ShouldBeTrue();

        await Bot.AdvanceAsync(TimeSpan.FromMinutes(1));

        Bot.IsBanned().ShouldBeFalse();
    }

    [Fact]
    public async Task Ban_ForEverAfterOneForATime_IsNeverLiftedByTheOldOne()
    {
        await Bot.AskAsync("+ban <@3> 10m");

        (await Bot.AskAsync("+ban <@3>")).ShouldBe(
            "`member` is banned: case 2.\nIt was banned already; what changed is the end.\nIt takes the place of case 1.");
        await Bot.AdvanceAsync(TimeSpan.FromDays(60));

        Bot.IsBanned().ShouldBeTrue();
        (await Bot.CaseAsync(1))!.Ending.ShouldBe(CaseEnding.Replaced);
        (await Bot.CaseAsync(2))!.IsOpen.ShouldBeTrue();
        Bot.Count("ban").ShouldBe(1);
    }

    [Theory]
    [InlineData("10m", "1h", 60)]
    [InlineData("1h", "10m", 10)]
    public async Task Ban_SecondForATime_ChangesTheFirst(string first, string second, int minutes)
    {
        await Bot.AskAsync($"+ban <@3> {first}");
        await Bot.AskAsync($"+ban <@3> {second}");

        await Bot.AdvanceAsync(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        Bot.IsBanned().ShouldBeTrue();
        await Bot.AdvanceAsync(TimeSpan.FromSeconds(1));
        Bot.IsBanned().ShouldBeFalse();

        (await Bot.AllCasesAsync()).Select(one => one.Ending).ShouldBe([CaseEnding.Replaced, CaseEnding.Ended]);
        await Bot.AdvanceAsync(TimeSpan.FromHours(2));
        Bot.Count("unban").ShouldBe(1);
    }

    [Fact]
    public async Task Ban_LiftedAndSetAnew_TheOldEndDoesNothing()
    {
        await Bot.AskAsync("+ban <@3> 10m");
        (await Bot.AskAsync("+unban 3")).ShouldBe("`member` is unbanned: case 2.\nCase 1 is closed.");
        await Bot.AskAsync("+ban 3");

        await Bot.AdvanceAsync(TimeSpan.FromDays(1));

        Bot.IsBanned().ShouldBeTrue();
    }

    [Fact]
    public async Task Unban_SomebodyBannedByHand_LiftsIt()
    {
        Bot.Rest.Bans[ModerationRig.Stranger.Id] = new Ban { User = ModerationRig.Stranger };

        (await Bot.AskAsync("+ban 80351110224678912")).ShouldBe("`stranger` is banned already, for ever.");
        (await Bot.AskAsync("+ban 80351110224678912 1d")).ShouldStartWith("`stranger` is banned; that ends");
        (await Bot.AskAsync("+unban 80351110224678912")).ShouldBe("`stranger` is unbanned: case 2.\nCase 1 is closed.");
        (await Bot.AskAsync("+unban 80351110224678912")).ShouldBe("`stranger` is not banned, so there is nothing to lift.");
    }

    [Fact]
    public async Task Unban_LiftedInDiscordsMenusUnseen_ClosesTheCase()
    {
        await Bot.AskAsync("+ban <@3> 10m");
        Bot.Rest.Bans.Clear();

        (await Bot.AskAsync("+unban 3")).ShouldBe("`member` is not banned, so there is nothing to lift.");

        (await Bot.CaseAsync(1))!.Ending.ShouldBe(CaseEnding.Lifted);
        await Bot.AdvanceAsync(TimeSpan.FromHours(1));
        Bot.Count("unban").ShouldBe(0);
    }

    [Fact]
    public async Task Restart_WhileABanHolds_LiftsNothingAndDoublesNothing()
    {
        await Bot.AskAsync("+ban <@3> 10m");
        for (var i = 0; i < 3; i++)
            await RestartAsync();
        Bot.IsBanned().ShouldBeTrue();

        await Bot.AdvanceAsync(TimeSpan.FromMinutes(10));

        Bot.Count("unban").ShouldBe(1);
        (await Bot.AllCasesAsync()).ShouldHaveSingleItem().Ending.ShouldBe(CaseEnding.Ended);
    }

    [Fact]
    public async Task Restart_EndPassedMeanwhile_IsLiftedAtOnce()
    {
        await Bot.AskAsync("+ban <@3> 10m");
        await Bot.KillAsync();
        Bot.Time.Advance(TimeSpan.FromDays(3));

        await RestartAsync();

        Bot.IsBanned().ShouldBeFalse();
    }

    [Fact]
    public async Task End_DiscordSaysUnknownBan_CountsAsDone()
    {
        await Bot.AskAsync("+ban <@3> 10m");
        Bot.Rest.Bans.Clear();

        await Bot.AdvanceAsync(TimeSpan.FromMinutes(10));

        (await Bot.CaseAsync(1))!.Ending.ShouldBe(CaseEnding.Ended);
    }

    [Fact]
    public async Task End_PermissionIsGone_SaysSoOnceAndTriesAgainUntilItWorks()
    {
        await Bot.AskAsync("+ban <@3> 10m");
        Bot.Rest.Answer = call => call.Name == "unban" ? throw RecordingRest.Refusal(DiscordErrorCodes.MissingPermissions) : Task.CompletedTask;

        await Bot.AdvanceAsync(TimeSpan.FromMinutes(10));
        for (var i = 0; i < 5; i++)
            await Bot.AdvanceAsync(TimeSpan.FromHours(1));

        Bot.IsBanned().ShouldBeTrue();
        Bot.Count("unban").ShouldBeInRange(4, 20, "with a wait that grows");
        Bot.Watcher.Changes.Count(change => change.Kind == CaseChangeKind.Stuck).ShouldBe(1);
        Bot.Rest.Answer = _ => Task.CompletedTask;
        await Bot.AdvanceAsync(TimeSpan.FromHours(2));
        Bot.IsBanned().ShouldBeFalse();
        (await Bot.CaseAsync(1))!.Ending.ShouldBe(CaseEnding.Ended);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(null)]
    public async Task End_DiscordIsInTrouble_IsTriedAgainWithoutAWord(HttpStatusCode? status)
    {
        await Bot.AskAsync("+ban <@3> 10m");
        Bot.Rest.Answer = call => call.Name != "unban" ? Task.CompletedTask
            : status is { } given ? throw RecordingRest.Refusal(0, given) : throw new DiscordUnreachableException("DELETE", "nothing");
        await Bot.AdvanceAsync(TimeSpan.FromMinutes(10));
        Bot.Rest.Answer = _ => Task.CompletedTask;

        await Bot.AdvanceAsync(TimeSpan.FromMinutes(1));

        Bot.IsBanned().ShouldBeFalse();
        Bot.Watcher.Changes.ShouldNotContain(change => change.Kind == CaseChangeKind.Stuck);
    }
}

public sealed class SqliteEndTests : EndContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync(TimeProvider time) => NewSqliteAsync(time);
}

public sealed class PostgresEndTests : EndContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync(TimeProvider time) => NewPostgresAsync(time);
}
