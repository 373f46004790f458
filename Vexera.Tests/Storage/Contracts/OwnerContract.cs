using Microsoft.Extensions.Logging.Abstractions;
using Vexera.Core.Commands.Switches;
using Vexera.Core.Discord;
using Vexera.Core.Modules.Announcements;
using Vexera.Core.Storage;
using Vexera.Host.Dashboard.Audit;
using Vexera.Host.Dashboard.Security;

namespace Vexera.Tests.Storage.Contracts;

/// <summary>What the owner says, switches and does, on either engine.</summary>
public abstract class OwnerContract : StorageContract
{
    private static readonly AnnouncementAuthor Owner = new("owner", "900");

    [Fact]
    public async Task Announcements_WrittenSentAndResolved_AreReadAfterARestart()
    {
        var database = Open();
        var store = new AnnouncementStore(database, Time);
        var incident = (await store.AddAsync(AnnouncementKind.Incident, "slow", Owner, Patience)).ShouldNotBeNull();
        (await store.AddAsync(AnnouncementKind.Incident, "slow", Owner, Patience)).ShouldBe(incident);
        (await store.AddAsync(AnnouncementKind.Incident, "another", new("owner"), Patience)).ShouldBeNull();
        await store.AppendAsync(EntryKind.Update, "found", new("owner"), Patience);
        var posted = (await store.FindAsync(incident, Patience)).ShouldNotBeNull() with
        {
            ChannelId = new Snowflake((1UL << 63) + 7),
            MessageId = new Snowflake(8),
            Shown = 2,
            PublishedAt = Time.GetUtcNow(),
        };
        await store.SaveAsync(posted, Patience);
        var other = (await store.AddAsync(AnnouncementKind.Announcement, "hello", new("owner"), Patience)).ShouldNotBeNull();
        await store.AppendAsync(EntryKind.Resolve, "", new("owner"), Patience);
        await CloseAsync(database);

        var again = new AnnouncementStore(Open(), Time);

        (await again.FindOpenIncidentAsync(Patience)).ShouldBeNull();
        var read = (await again.FindAsync(incident, Patience)).ShouldNotBeNull();
        read.Entries.Select(entry => (entry.Kind, entry.Text)).ShouldBe([(EntryKind.Open, "slow"), (EntryKind.Update, "found"), (EntryKind.Resolve, "")]);
        (read.ChannelId, read.MessageId, read.Shown, read.ResolvedAt).ShouldBe((posted.ChannelId, posted.MessageId, 2, Time.GetUtcNow()));
        (await again.PendingAsync(Patience)).Select(one => one.Number).ShouldBe([incident, other]);
        (await again.RecentAsync(1, Patience)).ShouldHaveSingleItem().Number.ShouldBe(other);
    }

    [Fact]
    public async Task Places_TenInAnHour_TheNextWaitsUntilTheFirstIsOld()
    {
        var database = Open();
        var store = new AnnouncementStore(database, Time);
        var posts = new List<Announcement>();
        for (var i = 0; i <= PublishingHours.Most; i++)
            posts.Add(await PostAsync(store, i));
        foreach (var post in posts.Take(PublishingHours.Most))
            (await store.TakePlaceAsync(post, Patience)).ShouldBeNull();

        await CloseAsync(database);
        var again = new AnnouncementStore(Open(), Time);
        var first = Time.GetUtcNow();
        (await again.TakePlaceAsync(posts[^1], Patience)).ShouldBe(first + PublishingHours.Window);
        await again.GivePlaceBackAsync(posts[0], Patience);
        (await again.TakePlaceAsync(posts[^1], Patience)).ShouldBeNull();
    }

    [Fact]
    public async Task Switches_SetTwice_TheLastIsThereAfterARestart()
    {
        var database = Open();
        await database.EnsureReadyAsync();
        using (var later = Later(database))
        using (var switches = new OwnerSwitches(database, later, Time))
        {
            await switches.SetAsync(SwitchKind.Module, "Greeting", true, "a", Patience);
            await switches.SetAsync(SwitchKind.Module, "Greeting", false, "b", Patience);
        }

        await CloseAsync(database);
        var reopened = Open();
        using var laterAgain = Later(reopened);
        using var again = new OwnerSwitches(reopened, laterAgain, Time);
        await again.StartAsync(Patience);

        again.IsOff(SwitchKind.Module, "Greeting").ShouldBeTrue();
        again.Find(SwitchKind.Module, "Greeting").ShouldNotBeNull().SetBy.ShouldBe("b");
        again.Find(SwitchKind.Command, "Greeting").ShouldBeNull();
    }

    [Fact]
    public async Task Audit_MoreThanIsKept_TheOldestAreGone()
    {
        var database = Open();
        await database.EnsureReadyAsync();
        using var later = Later(database);
        var audit = new AuditList(database, later, Time, NullLogger<AuditList>.Instance);
        for (var i = 0; i < AuditList.Most + 3; i++)
            await audit.AddAsync(new Visitor("who", "127.0.0.1", null), $"action {i}", "Done.");

        var all = await audit.NewestAsync(2 * AuditList.Most, Patience);

        all.Count.ShouldBe(AuditList.Most);
        all[0].Action.ShouldBe($"action {AuditList.Most + 2}");
        all[^1].Action.ShouldBe("action 3");
    }

    private async Task<Announcement> PostAsync(AnnouncementStore store, int number)
    {
        var written = (await store.AddAsync(AnnouncementKind.Announcement, $"text {number}", new("owner"), Patience)).ShouldNotBeNull();
        var post = (await store.FindAsync(written, Patience)).ShouldNotBeNull() with { ChannelId = new Snowflake(7), MessageId = new Snowflake(8), Shown = 1 };
        await store.SaveAsync(post with { PublishedAt = Time.GetUtcNow() }, Patience);
        return post;
    }

    private DeferredWrites Later(Database database) => new(database, Health, Time, NullLogger<DeferredWrites>.Instance);
}

public sealed class SqliteOwnerTests : OwnerContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewSqliteAsync();
}

public sealed class PostgresOwnerTests : OwnerContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewPostgresAsync();
}
