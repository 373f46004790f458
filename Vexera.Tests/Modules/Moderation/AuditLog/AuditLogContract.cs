using Vexera.Core.Discord.Entities;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Punishments;
using Vexera.Tests.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Moderation.AuditLog;

/// <summary>What is done in Discord's own menus, and what the case list makes of it.</summary>
public abstract class AuditLogContract : AuditLogSuite
{
    [Theory]
    [InlineData(AuditLogAction.MemberBanAdd, CaseType.Ban)]
    [InlineData(AuditLogAction.MemberKick, CaseType.Kick)]
    [InlineData(AuditLogAction.MemberBanRemove, CaseType.Unban)]
    internal async Task Entry_ByAModerator_IsOneCaseHoweverOftenItComes(AuditLogAction action, CaseType type)
    {
        var entry = Entry(action);

        await SendAsync(entry);
        await SendAsync(entry);
        await RestartAsync();
        await SendAsync(entry);

        var made = (await Bot.AllCasesAsync()).ShouldHaveSingleItem();
        (made.Type, made.TargetId, made.TargetName, made.ModeratorId, made.Reason, made.AuditEntryId, made.CreatedAt).ShouldBe(
            (type, Victim, "member", TestGuild.Moderator.Id, "in the menu", entry.Id, entry.Id.CreatedAt));
    }

    [Theory]
    [InlineData("+ban <@3> spam", AuditLogAction.MemberBanAdd)]
    [InlineData("+kick <@3> spam", AuditLogAction.MemberKick)]
    public async Task Entry_OfTheBotItself_IsNoCase(string line, AuditLogAction action)
    {
        await Bot.AskAsync(line);

        await SendAsync(Entry(action) with { UserId = FakeSelf.Id });
        await SendAsync(Entry(AuditLogAction.MemberKick) with { UserId = FakeSelf.Id, TargetId = ModerationRig.Other.Id });

        (await Bot.AllCasesAsync()).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(AuditLogAction.MemberRoleUpdate)]
    [InlineData(AuditLogAction.MessageDelete)]
    [InlineData(AuditLogAction.MemberUpdate)]
    [InlineData((AuditLogAction)9_999)]
    public async Task Entry_OfAnotherKind_IsNoCase(AuditLogAction action)
    {
        await SendAsync(Entry(action));
        await SendAsync(Entry(AuditLogAction.MemberBanAdd) with { TargetId = null });
        await SendAsync(Entry(AuditLogAction.MemberBanAdd) with { UserId = null });

        (await Bot.AllCasesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Unban_InDiscordsMenus_ClosesTheBanAndItsEndLiftsNothing()
    {
        await Bot.AskAsync("+ban <@3> 10m spam");
        Bot.Rest.Bans.Clear();

        await SendAsync(Entry(AuditLogAction.MemberBanRemove));
        Bot.Rest.Bans[Victim] = new Ban { User = ModerationRig.Victim };
        await SendAsync(Entry(AuditLogAction.MemberBanAdd));
        await Bot.AdvanceAsync(TimeSpan.FromDays(2));

        var cases = await Bot.AllCasesAsync();
        cases.Select(one => one.Type).ShouldBe([CaseType.Ban, CaseType.Unban, CaseType.Ban]);
        (cases[0].Ending, cases[0].ClosedBy).ShouldBe((CaseEnding.Lifted, TestGuild.Moderator.Id));
        Bot.IsBanned().ShouldBeTrue();
        (await Bot.PunishmentAsync(PunishmentKind.Ban))!.CaseNumber.ShouldBe(3);
    }

    [Fact]
    public async Task Timeout_SetMovedAndEndedInDiscordsMenus_IsThreeCases()
    {
        var first = Bot.Time.GetUtcNow().AddHours(1);
        var second = Bot.Time.GetUtcNow().AddHours(2);

        await SendAsync(Timeout(null, first));
        await SendAsync(Timeout(first, second));
        (await Bot.PunishmentAsync(PunishmentKind.Mute))!.EndsAt.ShouldBe(second);
        await SendAsync(Timeout(second, null));

        var cases = await Bot.AllCasesAsync();
        cases.Select(one => (one.Type, one.Ending)).ShouldBe(
            [(CaseType.Mute, CaseEnding.Replaced), (CaseType.Mute, CaseEnding.Lifted), (CaseType.Unmute, null)]);
        (await Bot.PunishmentAsync(PunishmentKind.Mute)).ShouldBeNull();
    }

    [Fact]
    public async Task Timeout_EndedInDiscordsMenus_IsNotSetAgainOnRejoinOrRenewal()
    {
        await Bot.AskAsync("+mute <@3> 90d spam");
        var until = Bot.MutedUntil();

        await SendAsync(Timeout(until, null));
        await Bot.JoinAsync(ModerationRig.Victim);
        await Bot.AdvanceAsync(TimeSpan.FromDays(40));

        Bot.Count("timeout").ShouldBe(1);
        (await Bot.CaseAsync(1))!.Ending.ShouldBe(CaseEnding.Lifted);
    }

    [Fact]
    public async Task Timeout_ThatHadRunOut_ClearedIsNoCase()
    {
        await SendAsync(Timeout(Bot.Time.GetUtcNow().AddDays(-1), null));

        (await Bot.AllCasesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ban_AuditLogNotReadable_IsACaseWithoutModerator()
    {
        ForbidAuditLog();
        Bot.Rest.Bans[Victim] = new Ban { User = ModerationRig.Victim, Reason = "raid" };

        await BannedAsync();
        await BannedAsync();
        Bot.Rest.Bans.Clear();
        await UnbannedAsync();
        await UnbannedAsync();

        var cases = await Bot.AllCasesAsync();
        cases.Select(one => (one.Type, one.ModeratorId, one.Reason)).ShouldBe([(CaseType.Ban, null, "raid"), (CaseType.Unban, null, null)]);
        cases[0].Ending.ShouldBe(CaseEnding.Lifted);
    }

    [Fact]
    public async Task Ban_AuditLogReadableOnlyAfter_IsStillOneCase()
    {
        ForbidAuditLog();
        Bot.Rest.Bans[Victim] = new Ban { User = ModerationRig.Victim };
        await BannedAsync();

        await SendAsync(Entry(AuditLogAction.MemberBanAdd));

        (await Bot.AllCasesAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Ban_AuditLogReadable_IsLeftToIt()
    {
        Bot.Rest.Bans[Victim] = new Ban { User = ModerationRig.Victim };

        await BannedAsync();

        (await Bot.AllCasesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("+ban <@3>", 1)]
    [InlineData("+softban <@3>", 1)]
    public async Task Ban_OfTheBotItselfWithoutAuditLog_IsNotDoubled(string line, int cases)
    {
        ForbidAuditLog();
        await Bot.AskAsync(line);

        await BannedAsync();
        if (!Bot.IsBanned())
            await UnbannedAsync();

        (await Bot.AllCasesAsync()).Count.ShouldBe(cases);
    }

    [Fact]
    public async Task Missed_WhileTheBotWasOff_IsCaughtUpOnce()
    {
        await Bot.AskAsync("+ban <@3> 10d spam");
        await Bot.AskAsync("+mute <@4> 10d spam");
        Bot.Time.Advance(TimeSpan.FromHours(1));
        var kick = Entry(AuditLogAction.MemberKick) with { TargetId = ModerationRig.Admin.Id };
        Bot.Rest.AuditLog =
        [
            Timeout(Bot.Time.GetUtcNow().AddDays(10), null) with { TargetId = ModerationRig.Other.Id },
            Entry(AuditLogAction.MemberBanRemove) with { UserId = FakeSelf.Id, TargetId = ModerationRig.Stranger.Id },
            Entry(AuditLogAction.MemberBanRemove),
            kick,
        ];
        Bot.Rest.AuditLog = [.. Bot.Rest.AuditLog.OrderByDescending(entry => entry.Id)];
        await RestartAsync();
        Bot.Time.Advance(TimeSpan.FromMinutes(1));

        await ReadyAsync();
        await ReadyAsync();

        var cases = await Bot.AllCasesAsync();
        cases.Select(one => one.Type).ShouldBe([CaseType.Ban, CaseType.Mute, CaseType.Kick, CaseType.Unmute, CaseType.Unban], ignoreOrder: true);
        cases.Where(one => one.Type is CaseType.Ban or CaseType.Mute).ShouldAllBe(one => one.Ending == CaseEnding.Lifted);
        Bot.Rest.Calls.Count(call => call.Name == "audit-log").ShouldBe(8);
    }

    [Fact]
    public async Task Missed_InAGuildWhereNobodyIsPunished_IsNotAskedFor()
    {
        await Bot.AskAsync("+warn <@3> spam");

        await ReadyAsync();

        Bot.Count("audit-log").ShouldBe(0);
    }

    [Fact]
    public async Task Missed_AuditLogNotReadable_ComparesBans()
    {
        await Bot.AskAsync("+ban <@3> 10d spam");
        ForbidAuditLog();
        await ReadyAsync();
        (await Bot.CaseAsync(1))!.Ending.ShouldBeNull();

        Bot.Rest.Bans.Clear();
        await ReadyAsync();

        ((await Bot.CaseAsync(1))!.Ending, (await Bot.CaseAsync(1))!.ClosedBy).ShouldBe((CaseEnding.Lifted, null));
    }

    [Fact]
    public async Task Entry_DatabaseInTrouble_IsLookedUpLater()
    {
        var entry = Entry(AuditLogAction.MemberKick);
        Bot.Rest.AuditLog = [entry];
        Bot.Trouble.WriteFailure = TroubledDatabase.Full;
        await SendAsync(entry);
        Bot.Trouble.WriteFailure = null;

        await CatchUp.StartAsync(Patience);
        await CatchUp.WhenIdleAsync();

        (await Bot.AllCasesAsync()).ShouldHaveSingleItem().AuditEntryId.ShouldBe(entry.Id);
        await CatchUp.StopAsync(Patience);
    }

    [Fact]
    public async Task Entry_ModuleOff_OnlyLiftsWhatHolds()
    {
        await Bot.AskAsync("+ban <@3> 10d spam");
        Bot.Rig.Configure(("Modules:Moderation:Enabled", "false"));

        await SendAsync(Entry(AuditLogAction.MemberKick) with { TargetId = ModerationRig.Other.Id });
        await SendAsync(Entry(AuditLogAction.MemberBanRemove));

        (await Bot.AllCasesAsync()).Select(one => one.Type).ShouldBe([CaseType.Ban, CaseType.Unban]);
    }

    [Fact]
    public async Task CatchUp_AsksDiscord_InTheBackground()
    {
        await Bot.AskAsync("+ban <@3> 10d spam");
        await SendAsync(Entry(AuditLogAction.MemberKick) with { TargetId = ModerationRig.Other.Id });

        await ReadyAsync();

        Bot.Rest.Calls.Where(call => call.Name == "audit-log").ShouldNotBeEmpty();
        Bot.Rest.Calls.Where(call => call.Name == "audit-log").ShouldAllBe(call => call.Background);
    }
}

public sealed class SqliteAuditLogTests : AuditLogContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync(TimeProvider time) => NewSqliteAsync(time);
}

public sealed class PostgresAuditLogTests : AuditLogContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync(TimeProvider time) => NewPostgresAsync(time);
}
