using System.Net;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Punishments;
using Vexera.Core.Rest;
using Vexera.Tests.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Moderation;

/// <summary>Discord refuses, fails or is silent; the database does: no case of what was not done, and none missing of what was.</summary>
public abstract class ActionTroubleContract : ModerationContract
{
    [Theory]
    [InlineData(403, 50013, "Discord does not let me do that to `member`: I lack the permission, or my highest role is not above theirs. Nothing was done.")]
    [InlineData(404, 10013, "Discord knows no such account. Nothing was done.")]
    [InlineData(429, 0, "Discord has too many of my requests now. Nothing was done; try again in a minute.")]
    [InlineData(400, 30035, "Discord takes no more bans of people who are not in the server, for about a day. Nothing was done.")]
    [InlineData(400, 50035, "Discord refused: `refused by the test`. Nothing was done.")]
    public async Task Ban_DiscordRefuses_NoCaseAndNothingSaidToBeDone(int status, int code, string answer)
    {
        Bot.Rest.Answer = call => call.Name == "ban" ? throw RecordingRest.Refusal(code, (HttpStatusCode)status) : Task.CompletedTask;

        (await Bot.AskAsync("+ban <@3> 10m")).ShouldBe(answer);

        (await Bot.AllCasesAsync()).ShouldBeEmpty();
        (await Bot.IntentAsync()).ShouldBeNull();
        (await Bot.PunishmentAsync(PunishmentKind.Ban)).ShouldBeNull();
        Bot.Count("delete").ShouldBe(1, "what the member was told is taken back");
        Bot.Rest.Answer = _ => Task.CompletedTask;
        (await Bot.AskAsync("+ban <@3>")).ShouldBe("`member` is banned: case 1.", "no number is lost");
    }

    [Fact]
    public async Task Ban_DiscordFailsAndDidNothing_NoCase()
    {
        Bot.Rest.Answer = call => call.Name == "ban" ? throw new DiscordUnreachableException("PUT", "500") : Task.CompletedTask;

        (await Bot.AskAsync("+ban <@3> 10m")).ShouldBe("Discord does not answer. Nothing was done; try again later.");

        (await Bot.AllCasesAsync()).ShouldBeEmpty();
        (await Bot.IntentAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Ban_DiscordDoesItAndTheAnswerIsLost_IsACase()
    {
        Bot.Rest.Answer = call => call.Name == "ban" ? DoAndLose(call) : Task.CompletedTask;

        (await Bot.AskAsync("+ban <@3> 10m")).ShouldBe(
            "`member` is banned; that ends <t:1777896600:R>: case 1.\nDiscord’s answer was lost; I looked, and it is done.");

        (await Bot.PunishmentAsync(PunishmentKind.Ban))!.CaseNumber.ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ban_DiscordGivesNoAnswerAtAll_IsLookedAfterUntilItIsKnown(bool wasDone)
    {
        Bot.Rest.Answer = call => call.Name switch
        {
            "ban" when wasDone => DoAndLose(call),
            "ban" or "get-ban" => throw new DiscordUnreachableException("PUT", "nothing"),
            _ => Task.CompletedTask,
        };
        var isDead = true;
        var answer = Bot.Rest.Answer;
        Bot.Rest.Answer = call => isDead && call.Name == "get-ban" ? throw new DiscordUnreachableException("GET", "nothing") : isDead ? answer(call) : Task.CompletedTask;

        (await Bot.AskAsync("+ban <@3> 1d")).ShouldBe("Discord does not say whether it did that. I keep looking; if it did, the case appears.");
        (await Bot.IntentAsync()).ShouldNotBeNull();
        await Bot.AdvanceAsync(TimeSpan.FromMinutes(1));
        (await Bot.AllCasesAsync()).ShouldBeEmpty();
        (await Bot.AskAsync("+ban <@3> 2d", TestGuild.Owner)).ShouldStartWith("Discord has not said yet what came of the last thing done to `member`.");

        isDead = false;
        await Bot.AdvanceAsync(TimeSpan.FromHours(2));

        (await Bot.IntentAsync()).ShouldBeNull();
        (await Bot.AllCasesAsync()).Count.ShouldBe(wasDone ? 1 : 0);
        Bot.IsBanned().ShouldBe(wasDone);
    }

    [Fact]
    public async Task Ban_DatabaseTakesNothing_NothingIsDone()
    {
        Bot.Trouble.WriteFailure = TroubledDatabase.Full;

        (await Bot.AskAsync("+ban <@3>")).ShouldBe("My database cannot be used now, so I did nothing. Try again later.");

        Bot.IsBanned().ShouldBeFalse();
    }

    [Fact]
    public async Task Ban_DatabaseFailsAfterDiscordDidIt_IsWrittenLater()
    {
        Bot.Rest.Answer = call =>
        {
            if (call.Name == "ban")
                Bot.Trouble.WriteFailure = TroubledDatabase.Full;
            return Task.CompletedTask;
        };

        (await Bot.AskAsync("+ban <@3>")).ShouldBe("Discord did it, but my database does not take the case now. I write it down as soon as it does.");
        Bot.Rest.Answer = _ => Task.CompletedTask;
        Bot.Trouble.WriteFailure = null;
        await Bot.AdvanceAsync(TimeSpan.FromMinutes(5));

        var written = (await Bot.AllCasesAsync()).ShouldHaveSingleItem();
        (written.Type, written.Notes).ShouldBe((CaseType.Ban, CaseNotes.FoundLater));
    }

    private async Task DoAndLose(RestCall call)
    {
        Bot.Rest.Bans[call.Target] = new() { User = new() { Id = call.Target, Username = "member" }, Reason = call.Reason };
        Bot.Rest.Members.TryRemove(call.Target, out _);
        await Task.Yield();
        throw new DiscordUnreachableException("PUT", "the answer was lost");
    }
}

public sealed class SqliteActionTroubleTests : ActionTroubleContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync(TimeProvider time) => NewSqliteAsync(time);
}

public sealed class PostgresActionTroubleTests : ActionTroubleContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync(TimeProvider time) => NewPostgresAsync(time);
}
