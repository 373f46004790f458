using Vexera.Core.Modules.Moderation.Actions;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Rest;
using Vexera.Tests.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Moderation;

/// <summary>What moderators do, what they are told, and what stays in the list of cases.</summary>
public abstract class ActionContract : ModerationContract
{
    [Theory]
    [InlineData("+warn <@3> spam", "`member` has a warning now: case 1.", CaseType.Warn, null)]
    [InlineData("+mute <@3> 10m spam", "`member` is muted; that ends <t:1777896600:R>: case 1.", CaseType.Mute, "timeout")]
    [InlineData("+kick <@3> spam", "`member` is kicked: case 1.", CaseType.Kick, "kick")]
    [InlineData("+ban <@3> 10m spam", "`member` is banned; that ends <t:1777896600:R>: case 1.", CaseType.Ban, "ban")]
    [InlineData("+softban <@3> spam", "`member` is kicked, and their recent messages are deleted: case 1.", CaseType.Softban, "unban")]
    [InlineData("+vckick <@3> spam", "`member` is disconnected from voice: case 1.", CaseType.VoiceKick, "disconnect")]
    internal async Task Action_OnAMember_IsDoneAndACase(string line, string answer, CaseType type, string? call)
    {
        (await Bot.AskAsync(line)).ShouldBe(answer);

        var written = (await Bot.AllCasesAsync()).ShouldHaveSingleItem();
        (written.Type, written.TargetId, written.ModeratorId, written.Reason).ShouldBe((type, ModerationRig.Victim.Id, TestGuild.Moderator.Id, "spam"));
        if (call is not null)
            Bot.Rest.Calls.Single(one => one.Name == call).Reason.ShouldBe("moderator (2): spam");
        (await Bot.IntentAsync()).ShouldBeNull();
    }

    [Theory]
    [InlineData("+ban <@3> spam", "You were banned from `Test`.\nReason: spam", "ban")]
    [InlineData("+kick <@3>", "You were removed from `Test`. You may come back.", "kick")]
    public async Task Action_OnAMember_TellsThemBefore(string line, string told, string call)
    {
        await Bot.AskAsync(line);

        var calls = Bot.Rest.Calls.Select(one => one.Name).ToList();
        Bot.Rest.Calls.Single(one => one.Name == "create" && one.Target != TestGuild.General).Message!.Content.ShouldBe(told);
        calls.IndexOf("create").ShouldBeLessThan(calls.IndexOf(call));
    }

    [Fact]
    public async Task Ban_DirectMessagesClosed_IsDoneAndNoted()
    {
        Bot.Rest.Answer = call => call.Name == "dm" ? throw RecordingRest.Refusal(DiscordErrorCodes.CannotMessageUser) : Task.CompletedTask;

        (await Bot.AskAsync("+ban <@3>")).ShouldBe("`member` is banned: case 1.\nThey could not be told: their direct messages are closed.");

        (await Bot.CaseAsync(1))!.Notes.ShouldBe(CaseNotes.DmClosed);
        Bot.IsBanned().ShouldBeTrue();
    }

    [Fact]
    public async Task Ban_DirectMessageTakesForEver_IsDoneAllTheSame()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Bot.Rest.Answer = async call =>
        {
            if (call.Name != "dm")
                return;
            asked.SetResult();
            await Task.Delay(TargetNotice.Patience, Bot.Time, TestContext.Current.CancellationToken);
            throw new OperationCanceledException();
        };
        await Bot.Rig.BeginWriteAsync("+ban <@3>", TestGuild.Moderator);
        await asked.Task;

        await Eventually.UntilAsync(() =>
        {
            Bot.Time.Advance(TimeSpan.FromMilliseconds(500));
            return Bot.IsBanned();
        });
        await Bot.Rig.Runner.WhenIdleAsync();

        (await Bot.CaseAsync(1))!.Notes.ShouldBe(CaseNotes.DmClosed);
    }

    [Theory]
    [InlineData("+ban <@5>", "admin")]
    [InlineData("+kick <@5>", "admin")]
    [InlineData("+ban <@1>", "owner")]
    [InlineData("+ban <@2>", "yourself")]
    [InlineData("+ban <@100>", "")]
    public async Task Action_TargetAboveTheCaller_IsRefused(string line, string says)
    {
        (await Bot.AskAsync(line)).ShouldContain(says);

        Bot.Rest.Calls.ShouldNotContain(call => call.Name == "ban" || call.Name == "kick" || call.Name == "dm");
        (await Bot.AllCasesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task TargetWhoLeft_KickExplains_BanByIdWorks()
    {
        Bot.Rest.Members.TryRemove(ModerationRig.Victim.Id, out _);

        (await Bot.AskAsync("+kick <@3>")).ShouldContain("is not in");
        (await Bot.AskAsync("+ban 80351110224678912")).ShouldBe("`stranger` is banned: case 1.");

        Bot.IsBanned(ModerationRig.Stranger).ShouldBeTrue();
        Bot.Count("dm").ShouldBe(0);
    }

    [Fact]
    public async Task Kick_MemberLeavesMeanwhile_SaysSo()
    {
        Bot.Rest.Answer = call =>
        {
            if (call.Name == "kick")
                Bot.Rest.Members.TryRemove(call.Target, out _);
            return Task.CompletedTask;
        };

        (await Bot.AskAsync("+kick <@3>")).ShouldBe("`member` is not in the server any more. Nothing was done.");

        (await Bot.AllCasesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("+ban <@3>", 1)]
    [InlineData("+ban <@3> days=0", 0)]
    [InlineData("+ban <@3> 1d days=7 raid", 7)]
    public async Task Ban_Days_AreWhatIsDeleted(string line, int days)
    {
        await Bot.AskAsync(line);

        Bot.Rest.Calls.Single(call => call.Name == "ban").Deleted.ShouldBe(TimeSpan.FromDays(days));
    }

    [Fact]
    public async Task Ban_TwoModeratorsAtOnce_IsOneBanAndTwoExactAnswers()
    {
        var first = Bot.Rig.BeginWriteAsync("+ban <@3>", TestGuild.Moderator);
        var second = Bot.Rig.BeginWriteAsync("+ban <@3>", TestGuild.Owner);
        await Task.WhenAll(first, second);
        await Bot.Rig.Runner.WhenIdleAsync();

        Bot.Count("ban").ShouldBe(1);
        (await Bot.AllCasesAsync()).ShouldHaveSingleItem();
        Bot.Rest.Calls.Where(call => call.Name == "create" && call.Target == TestGuild.General).Select(call => call.Message!.Content!).ShouldBe(
            ["`member` is banned: case 1.", "`member` is banned already: case 1."], ignoreOrder: true);
    }

    [Fact]
    public async Task Command_ComesAgainAfterAKill_IsDoneOnce()
    {
        var message = Bot.Rig.MessageOf("+ban <@3> 10m", TestGuild.Moderator);
        await Bot.Rig.HandleAsync(message);
        await Bot.Rig.Runner.WhenIdleAsync();
        await RestartAsync();
        Bot.Time.Advance(TimeSpan.FromMinutes(1));

        await Bot.Rig.HandleAsync(message);
        await Bot.Rig.Runner.WhenIdleAsync();

        Bot.Count("ban").ShouldBe(1);
        (await Bot.AllCasesAsync()).ShouldHaveSingleItem();
        ModerationRig.AnswerIn(Bot.Rest.Calls).ShouldBe("`member` is banned; that ends <t:1777896600:R>: case 1.");
    }

    [Fact]
    public async Task Unmute_NotMuted_SaysSo()
    {
        (await Bot.AskAsync("+unmute <@3>")).ShouldBe("`member` is not muted, so there is nothing to lift.");
        await Bot.AskAsync("+mute <@3>");

        (await Bot.AskAsync("+mute <@3>")).ShouldBe("`member` is muted already, until somebody lifts it: case 1.");
        (await Bot.AskAsync("+unmute <@3>")).ShouldBe("`member` may write and speak again: case 2.\nCase 1 is closed.");

        Bot.MutedUntil().ShouldBeNull();
        (await Bot.CaseAsync(1))!.Ending.ShouldBe(CaseEnding.Lifted);
    }
}

public sealed class SqliteActionTests : ActionContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync(TimeProvider time) => NewSqliteAsync(time);
}

public sealed class PostgresActionTests : ActionContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync(TimeProvider time) => NewPostgresAsync(time);
}
