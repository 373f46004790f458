using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Rest;
using Vexera.Tests.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Moderation;

/// <summary>
/// The process is killed in the midst of an action. Afterwards the list of cases and Discord say the same: what Discord did is a
/// case, what it did not do is none, and no number is lost.
/// </summary>
public abstract class KillContract : ModerationContract
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Theory]
    [InlineData("+ban <@3> 1d spam", "ban")]
    [InlineData("+kick <@3> spam", "kick")]
    [InlineData("+mute <@3> 1d spam", "timeout")]
    [InlineData("+softban <@3> spam", "ban")]
    public async Task Killed_AfterTheIntentAndBeforeTheCall_LeavesNothing(string line, string call)
    {
        await BeginAsync(line, one => one.Name == call, _ => { });

        await KillAndComeBackAsync();

        (await Bot.AllCasesAsync()).ShouldBeEmpty();
        (await Bot.IntentAsync()).ShouldBeNull();
        Bot.IsBanned().ShouldBeFalse();
        Bot.MutedUntil().ShouldBeNull();
        (await Bot.AskAsync("+warn <@3>")).ShouldBe("`member` has a warning now: case 1.");
    }

    [Theory]
    [InlineData("+ban <@3> 1d spam", "ban", CaseType.Ban)]
    [InlineData("+kick <@3> spam", "kick", CaseType.Kick)]
    [InlineData("+mute <@3> 1d spam", "timeout", CaseType.Mute)]
    [InlineData("+mute <@3> spam", "timeout", CaseType.Mute)]
    internal async Task Killed_AfterTheCallAndBeforeTheCase_IsACase(string line, string call, CaseType type)
    {
        var began = Bot.Time.GetUtcNow();
        await BeginAsync(line, one => one.Name == call, Do);

        await KillAndComeBackAsync();

        var written = (await Bot.AllCasesAsync()).ShouldHaveSingleItem();
        (written.Type, written.Reason, written.CreatedAt, written.Notes).ShouldBe((type, "spam", began, CaseNotes.FoundLater));
        (await Bot.IntentAsync()).ShouldBeNull();
        Bot.Rest.Calls.Count(one => one.Name == call).ShouldBe(1);
        await Bot.AdvanceAsync(TimeSpan.FromDays(1));
        Bot.IsBanned().ShouldBeFalse("the end that was asked for holds");
    }

    [Theory]
    [InlineData("unban", false)]
    [InlineData("unban", true)]
    public async Task Killed_AfterTheFirstHalfOfASoftban_TheSecondFollows(string call, bool wasDone)
    {
        await BeginAsync("+softban <@3> spam", one => one.Name == call, one =>
        {
            if (wasDone)
                Do(one);
        });
        Log(AuditLogAction.MemberBanAdd, "moderator (2): spam");

        await KillAndComeBackAsync();

        Bot.IsBanned().ShouldBeFalse();
        (await Bot.AllCasesAsync()).ShouldHaveSingleItem().Type.ShouldBe(CaseType.Softban);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_WhileABanIsLiftedByHand_CaseAndDiscordAgree(bool wasDone)
    {
        await Bot.AskAsync("+ban <@3>");
        await BeginAsync("+unban 3", one => one.Name == "unban", one =>
        {
            if (wasDone)
                Do(one);
        });

        await KillAndComeBackAsync();

        (await Bot.CaseAsync(1))!.IsOpen.ShouldBe(Bot.IsBanned());
        (await Bot.AllCasesAsync()).Count.ShouldBe(wasDone ? 2 : 1);
    }

    [Fact]
    public async Task Killed_WhileATimedBanEnds_EndsOnce()
    {
        await Bot.AskAsync("+ban <@3> 10m");
        Bot.Rest.Answer = call => call.Name == "unban" ? DoAndHangAsync(call) : Task.CompletedTask;
        Bot.Time.Advance(TimeSpan.FromMinutes(10));
        await _reached.Task;

        await KillAndComeBackAsync();

        Bot.IsBanned().ShouldBeFalse();
        (await Bot.AllCasesAsync()).ShouldHaveSingleItem().Ending.ShouldBe(CaseEnding.Ended);
    }

    [Fact]
    public async Task Killed_BeforeTheCall_SomebodyElseBannedMeanwhile_IsNotTakenForOurs()
    {
        await BeginAsync("+ban <@3> 10m spam", one => one.Name == "ban", _ => { });
        Bot.Rest.Bans[ModerationRig.Victim.Id] = new Ban { User = ModerationRig.Victim, Reason = "by hand" };

        await KillAndComeBackAsync();
        await Bot.AdvanceAsync(TimeSpan.FromHours(1));

        Bot.IsBanned().ShouldBeTrue("a ban for ever by hand is not lifted by one for a time that never was");
        (await Bot.AllCasesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Killed_BeforeAKick_MemberLeftByThemselves_TheAuditLogKnows(bool mayRead, int cases)
    {
        await BeginAsync("+kick <@3> spam", one => one.Name == "kick", one => Bot.Rest.Members.TryRemove(one.Target, out _));
        Func<RestCall, Task> answer = call =>
            !mayRead && call.Name == "audit-log" ? throw RecordingRest.Refusal(DiscordErrorCodes.MissingPermissions) : Task.CompletedTask;

        await KillAndComeBackAsync(answer);

        (await Bot.AllCasesAsync()).Count.ShouldBe(1 - cases, "who cannot read it takes being gone for what was wanted");
    }

    [Fact]
    public async Task Killed_CommandComesAgain_IsDoneOnceMoreAndOnlyIfItWasNot()
    {
        var message = Bot.Rig.MessageOf("+ban <@3> 10m", TestGuild.Moderator);
        Bot.Rest.Answer = call => call.Name == "ban" ? DoAndHangAsync(call) : Task.CompletedTask;
        await Bot.Rig.HandleAsync(message);
        await _reached.Task;
        await RestartAsync();

        await Bot.Rig.HandleAsync(message);
        await Bot.Rig.Runner.WhenIdleAsync();

        (await Bot.AllCasesAsync()).ShouldHaveSingleItem();
        Bot.Count("ban").ShouldBe(1);
    }

    private async Task BeginAsync(string line, Func<RestCall, bool> which, Action<RestCall> before)
    {
        Bot.Rest.Answer = async call =>
        {
            if (!which(call))
                return;
            before(call);
            await HangAsync();
        };
        await Bot.Rig.BeginWriteAsync(line, TestGuild.Moderator);
        await _reached.Task;
    }

    private async Task KillAndComeBackAsync(Func<RestCall, Task>? answer = null)
    {
        await RestartAsync();
        if (answer is not null)
            Bot.Rest.Answer = answer;
        await Bot.AdvanceAsync(TimeSpan.FromMinutes(1));
    }

    private async Task DoAndHangAsync(RestCall call)
    {
        Do(call);
        await HangAsync();
    }

    private async Task HangAsync()
    {
        _reached.TrySetResult();
        await new TaskCompletionSource().Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    // What Discord does, before its answer is lost with the process.
    private void Do(RestCall call)
    {
        switch (call.Name)
        {
            case "ban":
                Bot.Rest.Bans[call.Target] = new Ban { User = ModerationRig.Victim, Reason = call.Reason };
                Bot.Rest.Members.TryRemove(call.Target, out _);
                break;
            case "unban":
                Bot.Rest.Bans.TryRemove(call.Target, out _);
                break;
            case "kick":
                Bot.Rest.Members.TryRemove(call.Target, out _);
                Log(AuditLogAction.MemberKick, call.Reason!);
                break;
            default:
                Bot.Rest.Members[call.Target] = Bot.Rest.Members[call.Target] with { CommunicationDisabledUntil = call.Until };
                break;
        }
    }

    private void Log(AuditLogAction action, string reason) => Bot.Rest.AuditLog =
    [
        new AuditLogEntry
        {
            Id = Snowflake.At(Bot.Time.GetUtcNow()),
            UserId = FakeSelf.Id,
            TargetId = ModerationRig.Victim.Id,
            ActionType = action,
            Reason = reason,
        },
    ];
}

public sealed class SqliteKillTests : KillContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync(TimeProvider time) => NewSqliteAsync(time);
}

public sealed class PostgresKillTests : KillContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync(TimeProvider time) => NewPostgresAsync(time);
}
