using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Rest;
using Vexera.Tests.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Moderation;

/// <summary>So many warnings in a time lead to something, once.</summary>
public abstract class EscalationContract : ModerationContract
{
    [Fact]
    public async Task Warn_TheThirdWithinTheTime_LeadsToAMuteOnce()
    {
        (await Bot.AskAsync("+escalation add 3 30d mute 1d")).ShouldBe("Set: 3 warnings within 30d: mute for 1d.");
        await WarnAsync(2);
        Bot.MutedUntil().ShouldBeNull();

        var answer = await Bot.AskAsync("+warn <@3>");

        answer.ShouldContain("With that they have 3 warnings within 30d:");
        answer.ShouldContain("`member` is muted; that ends");
        var mute = (await Bot.CaseAsync(4))!;
        (mute.Type, mute.EscalatedFrom, mute.ModeratorId).ShouldBe((CaseType.Mute, 3, FakeSelf.Id));
        await Bot.AdvanceAsync(TimeSpan.FromMinutes(5));
        await WarnAsync(2);
        Bot.Count("timeout").ShouldBe(1);
        (await Bot.AskAsync("+warn <@3>")).ShouldContain("`member` is muted;", customMessage: "three more");
    }

    [Fact]
    public async Task Warn_OldAndDeletedOnes_DoNotCount()
    {
        await Bot.AskAsync("+escalation add 2 7d kick");
        await WarnAsync(1);
        await Bot.AdvanceAsync(TimeSpan.FromDays(8));
        await WarnAsync(1);
        await Bot.AskAsync("+deletecase 2");

        (await Bot.AskAsync("+warn <@3>")).ShouldBe("`member` has a warning now: case 3.");

        (await Bot.AskAsync("+warn <@3>")).ShouldContain("`member` is kicked: case 5.");
    }

    [Fact]
    public async Task Warn_SeveralRules_TheOneWithTheMostWarningsActs()
    {
        await Bot.AskAsync("+escalation add 2 1y mute 1h");
        await Bot.AskAsync("+escalation add 4 1y ban");
        (await Bot.AskAsync("+escalation list")).ShouldBe("2 warnings within 1y: mute for 1h\n4 warnings within 1y: ban");

        await WarnAsync(4);

        Bot.IsBanned().ShouldBeTrue();
        Bot.Count("timeout").ShouldBe(1);
        (await Bot.AskAsync("+escalation remove 4")).ShouldBe("4 warnings lead to nothing any more.");
        (await Bot.AskAsync("+escalation remove 4")).ShouldBe("There is no rule for 4 warnings.");
    }

    [Fact]
    public async Task Warn_KilledBeforeItLedToAnything_LeadsToItAfterTheRestart()
    {
        await Bot.AskAsync("+escalation add 1 1d ban 1d");
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Bot.Rest.Answer = call => call.Name == "ban" ? HangAsync(reached) : Task.CompletedTask;
        await Bot.Rig.BeginWriteAsync("+warn <@3>", TestGuild.Moderator);
        await reached.Task;

        await RestartAsync();
        await Bot.AdvanceAsync(TimeSpan.FromMinutes(1));

        Bot.IsBanned().ShouldBeTrue();
        (await Bot.AllCasesAsync()).Select(one => one.Type).ShouldBe([CaseType.Warn, CaseType.Ban]);
        Bot.Count("ban").ShouldBe(2, "the first was never answered, and did nothing");
    }

    [Fact]
    public async Task Warn_DiscordIsInTrouble_LeadsToItLaterOnce()
    {
        await Bot.AskAsync("+escalation add 1 1d ban");
        Bot.Rest.Answer = call => call.Name == "ban" ? throw new DiscordUnreachableException("PUT", "nothing") : Task.CompletedTask;
        (await Bot.AskAsync("+warn <@3>")).ShouldContain("Discord does not answer.");
        Bot.Rest.Answer = _ => Task.CompletedTask;

        await Bot.AdvanceAsync(TimeSpan.FromMinutes(5));

        (await Bot.AllCasesAsync()).Select(one => one.Type).ShouldBe([CaseType.Warn, CaseType.Ban]);
    }

    [Fact]
    public async Task Warn_DiscordRefuses_SaysSoAndLetsItBe()
    {
        await Bot.AskAsync("+escalation add 1 1d ban");
        Bot.Rest.Answer = call => call.Name == "ban" ? throw RecordingRest.Refusal(DiscordErrorCodes.MissingPermissions) : Task.CompletedTask;

        (await Bot.AskAsync("+warn <@3>")).ShouldContain("Discord does not let me do that to `member`");
        await Bot.AdvanceAsync(TimeSpan.FromHours(1));

        Bot.Count("ban").ShouldBe(1);
    }

    private async Task WarnAsync(int times)
    {
        for (var i = 0; i < times; i++)
            await Bot.AskAsync("+warn <@3>");
    }

    private static async Task HangAsync(TaskCompletionSource reached)
    {
        reached.SetResult();
        await new TaskCompletionSource().Task.WaitAsync(TestContext.Current.CancellationToken);
    }
}

public sealed class SqliteEscalationTests : EscalationContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync(TimeProvider time) => NewSqliteAsync(time);
}

public sealed class PostgresEscalationTests : EscalationContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync(TimeProvider time) => NewPostgresAsync(time);
}
