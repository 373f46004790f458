using Vexera.Core.Discord;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Ends;
using Vexera.Core.Modules.Moderation.Escalation;
using Vexera.Core.Modules.Moderation.Intents;
using Vexera.Core.Modules.Moderation.Punishments;
using Vexera.Core.Storage;
using Vexera.Tests.Modules.Moderation;
using Case = Vexera.Core.Modules.Moderation.Cases.Case;

namespace Vexera.Tests.Storage.Contracts;

/// <summary>Cases, who is punished, and what is being asked of Discord, on either engine.</summary>
public abstract class CaseContract : StorageContract
{
    private static readonly Snowflake Guild = new((1UL << 63) + 5);
    private static readonly Snowflake Somebody = new(ulong.MaxValue);
    private static readonly Snowflake Moderator = new(2);
    private readonly RecordingWatcher _watcher = new();

    [Fact]
    public async Task Record_EverythingSet_IsReadAfterARestart()
    {
        var database = Open();
        var draft = Draft(CaseType.Ban) with
        {
            EndsAt = Time.GetUtcNow().AddDays(400),
            Notes = CaseNotes.DmClosed,
            AuditEntryId = new Snowflake(77),
            EscalatedFrom = 12,
        };
        var written = await Ledger(database).RecordAsync(draft, Patience);
        await CloseAsync(database);

        var read = (await new CaseStore(Open()).FindAsync(Guild, 1, Patience)).ShouldNotBeNull();

        read.ShouldBe(written.Case);
        read.ShouldBe(new Case
        {
            GuildId = Guild,
            Number = 1,
            Type = CaseType.Ban,
            TargetId = Somebody,
            TargetName = "somebody",
            ModeratorId = Moderator,
            ModeratorName = "moderator",
            Reason = "because 🐢",
            CreatedAt = Time.GetUtcNow(),
            EndsAt = Time.GetUtcNow().AddDays(400),
            Notes = CaseNotes.DmClosed,
            AuditEntryId = new Snowflake(77),
            EscalatedFrom = 12,
        });
        read.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Record_ManyAtOnceInSeveralGuilds_NumbersHaveNoGap()
    {
        var ledger = Ledger(Open());
        Snowflake[] guilds = [Guild, new(1), new(2)];

        var records = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(
            () => ledger.RecordAsync(Draft((CaseType)(i % 8)) with { GuildId = guilds[i % 3], TargetId = new((ulong)(i % 7) + 1) }, Patience), Patience)));

        foreach (var guild in guilds)
            records.Select(record => record.Case).Where(one => one.GuildId == guild).Select(one => one.Number).Order().ShouldBe(Enumerable.Range(1, 20).Select(n => (long)n));
    }

    [Fact]
    public async Task Record_SameCauseOrAuditEntryAgain_IsOneCase()
    {
        var ledger = Ledger(Open());
        var asked = await ledger.RecordAsync(Draft(CaseType.Warn) with { CauseId = new Snowflake(5) }, Patience);
        var logged = await ledger.RecordAsync(Draft(CaseType.Kick) with { AuditEntryId = new Snowflake(5) }, Patience);

        var askedAgain = await ledger.RecordAsync(Draft(CaseType.Warn) with { CauseId = new Snowflake(5) }, Patience);
        var loggedAgain = await ledger.RecordAsync(Draft(CaseType.Kick) with { AuditEntryId = new Snowflake(5) }, Patience);
        var elsewhere = await ledger.RecordAsync(Draft(CaseType.Warn) with { GuildId = new Snowflake(1), CauseId = new Snowflake(5) }, Patience);

        (asked.IsNew, logged.IsNew, askedAgain.IsNew, loggedAgain.IsNew, elsewhere.IsNew).ShouldBe((true, true, false, false, true));
        (askedAgain.Case, loggedAgain.Case).ShouldBe((asked.Case, logged.Case));
        _watcher.Changes.ShouldBe([(CaseChangeKind.Opened, 1), (CaseChangeKind.Opened, 2), (CaseChangeKind.Opened, 1)]);
    }

    [Fact]
    public async Task Record_SecondBan_TakesThePlaceOfTheFirst()
    {
        var database = Open();
        var (ledger, store) = (Ledger(database), new CaseStore(database));
        await ledger.RecordAsync(Draft(CaseType.Ban) with { EndsAt = Time.GetUtcNow().AddHours(1) }, Patience);
        var first = (await store.FindPunishmentAsync(Guild, Somebody, PunishmentKind.Ban, Patience)).ShouldNotBeNull();

        var second = await ledger.RecordAsync(Draft(CaseType.Ban), Patience);

        second.Closed.ShouldNotBeNull().Ending.ShouldBe(CaseEnding.Replaced);
        (await ledger.EndAsync(first, CaseEnding.Ended, null, Patience)).ShouldBeNull("only the case that holds may end the ban");
        var holds = (await store.FindPunishmentAsync(Guild, Somebody, PunishmentKind.Ban, Patience)).ShouldNotBeNull();
        (holds.CaseNumber, holds.EndsAt).ShouldBe((2, null));
        (await store.FindAsync(Guild, 2, Patience))!.IsOpen.ShouldBeTrue();
    }

    [Theory]
    [InlineData(CaseType.Ban, CaseType.Unban, PunishmentKind.Ban)]
    [InlineData(CaseType.Mute, CaseType.Unmute, PunishmentKind.Mute)]
    internal async Task Record_Lifting_ClosesTheCaseThatHeld(CaseType sets, CaseType lifts, PunishmentKind kind)
    {
        var database = Open();
        var (ledger, store) = (Ledger(database), new CaseStore(database));
        await ledger.RecordAsync(Draft(sets), Patience);
        Time.Advance(TimeSpan.FromMinutes(5));

        await ledger.RecordAsync(Draft(lifts) with { ModeratorId = new Snowflake(9) }, Patience);

        var closed = (await store.FindAsync(Guild, 1, Patience)).ShouldNotBeNull();
        (closed.IsOpen, closed.Ending, closed.ClosedBy, closed.ClosedAt).ShouldBe((false, CaseEnding.Lifted, new Snowflake(9), Time.GetUtcNow()));
        (await store.FindPunishmentAsync(Guild, Somebody, kind, Patience)).ShouldBeNull();
        _watcher.Changes.ShouldBe([(CaseChangeKind.Opened, 1), (CaseChangeKind.Closed, 1), (CaseChangeKind.Opened, 2)]);
    }

    [Fact]
    public async Task End_OfTheCaseThatHolds_ClosesItOnce()
    {
        var database = Open();
        var (ledger, store) = (Ledger(database), new CaseStore(database));
        await ledger.RecordAsync(Draft(CaseType.Mute) with { EndsAt = Time.GetUtcNow().AddHours(1) }, Patience);
        var mute = (await store.FindPunishmentAsync(Guild, Somebody, PunishmentKind.Mute, Patience)).ShouldNotBeNull();

        (await ledger.EndAsync(mute, CaseEnding.Ended, null, Patience)).ShouldNotBeNull().Ending.ShouldBe(CaseEnding.Ended);
        (await ledger.EndAsync(mute, CaseEnding.Ended, null, Patience)).ShouldBeNull();
    }

    [Fact]
    public async Task Settle_AnIntent_IsACaseAndTheIntentIsGone()
    {
        var database = Open();
        var (ledger, intents) = (Ledger(database), Intents(database));
        var intent = new Intent
        {
            GuildId = Guild,
            TargetId = Somebody,
            Type = CaseType.Kick,
            TargetName = "somebody",
            ModeratorId = Moderator,
            ModeratorName = "moderator",
            Reason = "because",
            MadeAt = Time.GetUtcNow(),
            Notes = CaseNotes.DmClosed,
            CauseId = new Snowflake(6),
            EscalatedFrom = 3,
        };
        await intents.MakeAsync(intent, Patience);
        (await intents.FindAsync(Guild, Somebody, Patience)).ShouldBe(intent);
        Time.Advance(TimeSpan.FromMinutes(1));

        var record = await ledger.SettleAsync(intent, CaseNotes.FoundLater, Patience);

        (await intents.FindAsync(Guild, Somebody, Patience)).ShouldBeNull();
        (record.Case.CreatedAt, record.Case.Notes).ShouldBe((intent.MadeAt, CaseNotes.DmClosed | CaseNotes.FoundLater));
        (await new CaseStore(database).FindByCauseAsync(Guild, new Snowflake(6), Patience)).ShouldBe(record.Case);
    }

    [Fact]
    public async Task Delete_ACase_LeavesATombstoneWithItsNumber()
    {
        var database = Open();
        var (ledger, store) = (Ledger(database), new CaseStore(database));
        await ledger.RecordAsync(Draft(CaseType.Ban), Patience);

        var deleted = (await ledger.DeleteAsync(Guild, 1, Moderator, Patience)).ShouldNotBeNull();

        (deleted.IsDeleted, deleted.DeletedBy, deleted.Reason).ShouldBe((true, Moderator, null));
        (await ledger.DeleteAsync(Guild, 1, Moderator, Patience)).ShouldBeNull();
        (await ledger.EditReasonAsync(Guild, 1, "again", Patience)).ShouldBeNull();
        (await store.ListAsync(Guild, Somebody, 0, 10, Patience)).ShouldBeEmpty();
        (await store.FindPunishmentAsync(Guild, Somebody, PunishmentKind.Ban, Patience)).ShouldNotBeNull("the ban holds on");
        (await ledger.RecordAsync(Draft(CaseType.Warn), Patience)).Case.Number.ShouldBe(2);
    }

    [Fact]
    public async Task List_Pages_NewestFirstAndCounted()
    {
        var database = Open();
        var (ledger, store) = (Ledger(database), new CaseStore(database));
        for (var i = 0; i < 5; i++)
            await ledger.RecordAsync(Draft(i == 0 ? CaseType.Kick : CaseType.Warn), Patience);
        await ledger.RecordAsync(Draft(CaseType.Warn) with { TargetId = new Snowflake(8) }, Patience);

        (await store.ListAsync(Guild, Somebody, 1, 2, Patience)).Select(one => one.Number).ShouldBe([4, 3]);
        (await store.CountAsync(Guild, Somebody, Patience)).ShouldBe(
            new Dictionary<CaseType, int> { [CaseType.Kick] = 1, [CaseType.Warn] = 4 }, ignoreOrder: true);
    }

    [Fact]
    public async Task Unlogged_OneHasAMessage_AreTheOthers()
    {
        var database = Open();
        var (ledger, store) = (Ledger(database), new CaseStore(database));
        await ledger.RecordAsync(Draft(CaseType.Warn), Patience);
        Time.Advance(TimeSpan.FromHours(1));
        await ledger.RecordAsync(Draft(CaseType.Warn), Patience);
        await ledger.RecordAsync(Draft(CaseType.Warn), Patience);

        await ledger.SetLogMessageAsync(Guild, 2, new Snowflake(3), new Snowflake(4), Patience);

        (await store.ListUnloggedAsync(Guild, Time.GetUtcNow(), Patience)).Select(one => one.Number).ShouldBe([3]);
        (await store.FindAsync(Guild, 2, Patience))!.LogMessageId.ShouldBe(new Snowflake(4));
    }

    [Fact]
    public async Task Stuck_Twice_IsSaidOnceForEachCase()
    {
        var database = Open();
        var (ledger, store) = (Ledger(database), new CaseStore(database));
        for (var number = 1; number <= 2; number++)
        {
            await ledger.RecordAsync(Draft(CaseType.Mute), Patience);
            var mute = (await store.FindPunishmentAsync(Guild, Somebody, PunishmentKind.Mute, Patience)).ShouldNotBeNull();
            await ledger.TellStuckAsync(mute, Patience);
            await ledger.TellStuckAsync(mute, Patience);
        }

        _watcher.Changes.Where(change => change.Kind == CaseChangeKind.Stuck).Select(change => change.Number).ShouldBe([1, 2]);
    }

    private CaseLedger Ledger(IDatabase database) =>
        new(database, new CaseFeed([_watcher]), Work, new EscalationCounter(Work), Time);

    private IntentStore Intents(IDatabase database) => new(database, Work);

    private ModerationWork Work => new(new SilentSchedule(), Time);

    private static CaseDraft Draft(CaseType type) => new()
    {
        GuildId = Guild,
        Type = type,
        TargetId = Somebody,
        TargetName = "somebody",
        ModeratorId = Moderator,
        ModeratorName = "moderator",
        Reason = "because 🐢",
    };
}

public sealed class SqliteCaseTests : CaseContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewSqliteAsync();
}

public sealed class PostgresCaseTests : CaseContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewPostgresAsync();
}
