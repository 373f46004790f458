using Vexera.Core.Discord.Entities;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Rest;
using Vexera.Tests.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Moderation.AuditLog;

/// <summary>A ban whose time is over is lifted only if it is still the one that the case set.</summary>
public abstract class BanReviewContract : AuditLogSuite
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ban_LiftedAndSetAnewByHandWhileTheBotWasAway_IsNotLiftedAtTheOldEnd(bool readsAuditLog)
    {
        await Bot.AskAsync("+ban <@3> 10m spam");
        if (!readsAuditLog)
            ForbidAuditLog();
        Bot.Time.Advance(TimeSpan.FromMinutes(1));
        var lifted = Entry(AuditLogAction.MemberBanRemove);
        Bot.Rest.AuditLog = [Entry(AuditLogAction.MemberBanAdd), lifted];
        Bot.Rest.Bans[Victim] = new Ban { User = ModerationRig.Victim, Reason = "in the menu" };

        await Bot.AdvanceAsync(TimeSpan.FromDays(2));

        Bot.IsBanned().ShouldBeTrue();
        Bot.Count("unban").ShouldBe(0);
        var cases = await Bot.AllCasesAsync();
        (cases[0].Ending, cases[^1].Type, cases[^1].Reason, cases[^1].IsOpen).ShouldBe((CaseEnding.Lifted, CaseType.Ban, "in the menu", true));
    }

    [Fact]
    public async Task Ban_AuditLogIsRefused_IsJudgedByItsReason()
    {
        await Bot.AskAsync("+ban <@3> 10m spam");
        Bot.Rest.Answer = call => call.Name == "audit-log" ? throw RecordingRest.Refusal(DiscordErrorCodes.MissingPermissions) : Task.CompletedTask;
        Bot.Rest.Bans[Victim] = new Ban { User = ModerationRig.Victim };

        await Bot.AdvanceAsync(TimeSpan.FromDays(2));

        Bot.IsBanned().ShouldBeTrue();
    }

    [Theory]
    [InlineData("+reason 1 another", "+warn <@3>")]
    [InlineData("+ban <@3> 20m other", "+reason 2 another")]
    [InlineData("+ban <@3> 20m other", "+deletecase 2")]
    public async Task Ban_OfTheBot_EndsHoweverItsCaseWasChanged(string first, string second)
    {
        ForbidAuditLog();
        await Bot.AskAsync("+ban <@3> 10m spam");
        await Bot.AskAsync(first);
        await Bot.AskAsync(second, TestGuild.Owner);

        await Bot.AdvanceAsync(TimeSpan.FromMinutes(20));

        Bot.IsBanned().ShouldBeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ban_SetByHandAndGivenAnEnd_Ends(bool readsAuditLog)
    {
        if (!readsAuditLog)
            ForbidAuditLog();
        Bot.Rest.Bans[Victim] = new Ban { User = ModerationRig.Victim, Reason = "in the menu" };
        Bot.Rest.AuditLog = [Entry(AuditLogAction.MemberBanAdd)];
        Bot.Rest.Members.TryRemove(Victim, out _);
        Bot.Time.Advance(TimeSpan.FromMinutes(1));
        await Bot.AskAsync("+ban 3 10m");
        await Bot.AskAsync("+ban 3 20m", TestGuild.Owner);

        await Bot.AdvanceAsync(TimeSpan.FromMinutes(20));

        Bot.IsBanned().ShouldBeFalse();
        (await Bot.AllCasesAsync())[^1].Ending.ShouldBe(CaseEnding.Ended);
    }
}

public sealed class SqliteBanReviewTests : BanReviewContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync(TimeProvider time) => NewSqliteAsync(time);
}

public sealed class PostgresBanReviewTests : BanReviewContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync(TimeProvider time) => NewPostgresAsync(time);
}
