using Microsoft.Playwright;
using Vexera.Sandbox.World.Model;
using Vexera.Tests.Sandbox.Chat.Browser;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Dashboard;

/// <summary>An alert of the built bot becomes an incident that users read, from a real browser.</summary>
public sealed class TellUsersTests(Chromium chromium) : IAsyncLifetime
{
    private readonly WatchedPages _pages = new(chromium);
    private BotOnSandbox _bot = null!;
    private ulong _news;
    private Uri _address = null!;

    public async ValueTask InitializeAsync()
    {
        _ = Requires.Chromium();
        _bot = await BotOnSandbox.CreateAsync(start: false);
        _news = _bot.Guild.Channels.Values.Single(channel => channel.Type == ChannelType.Announcement).Id;
        _address = await _bot.StartWithDashboardAsync(
            ("Modules__Announcements__ChannelId", $"{_news}"),
            ("Alerts__Rules__MemoryMegabytes__Enabled", "true"),
            ("Alerts__Rules__MemoryMegabytes__Threshold", "2"),
            ("Alerts__Rules__MemoryMegabytes__Clear", "1"),
            ("Alerts__Rules__MemoryMegabytes__For", "00:00:00"));
    }

    public async ValueTask DisposeAsync()
    {
        await _pages.CloseAsync();
        if (_bot is not null)
            await _bot.DisposeAsync();
        _pages.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Operator_TakesTheDraftOfAnAlert_OpensUpdatesAndResolvesOneIncident()
    {
        var page = await _pages.OpenAsync(_address, 1440, 1000, ColorScheme.Dark);
        await page.GetByRole(AriaRole.Link, new() { NameString = "Tell users of it" }).ClickAsync();
        var text = page.GetByLabel("What users notice, and what you do about it");
        await Assertions.Expect(text).Not.ToHaveValueAsync("");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await WatchedPages.ShootAsync(page, "dashboard-tell-draft");
        await text.FillAsync("Answers are slow, we are on it.");
        await page.GetByRole(AriaRole.Button, new() { NameString = "Open and publish" }).ClickAsync();
        await Assertions.Expect(page.Locator(".outcome")).ToContainTextAsync("published to the servers that follow it");
        var message = Posted().ShouldHaveSingleItem();
        message.Content.ShouldContain("Answers are slow, we are on it.");
        message.Flags.ShouldBe(MessageFlags.Crossposted);

        await page.GetByLabel("What is new; may stay empty to resolve").FillAsync("A slow disk it was.");
        await page.GetByRole(AriaRole.Button, new() { NameString = "Update" }).ClickAsync();
        await Assertions.Expect(page.Locator(".outcome")).ToContainTextAsync("is changed");
        Posted().ShouldHaveSingleItem().Content.ShouldContain("A slow disk it was.");
        await WatchedPages.ShootAsync(page, "dashboard-tell-open");
        await page.GetByRole(AriaRole.Button, new() { NameString = "Resolve" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameString = "Open and publish" })).ToBeVisibleAsync();
        Posted().ShouldHaveSingleItem().Content.ShouldStartWith("✅");

        await page.GetByLabel("Text of the announcement").FillAsync("All is well again.");
        await page.GetByRole(AriaRole.Button, new() { NameString = "Announce", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".outcome")).ToContainTextAsync("published to the servers that follow it");
        Posted().Count.ShouldBe(2);
        await page.GetByRole(AriaRole.Link, new() { NameString = "Audit" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { NameString = "Open an incident: Answers are slow" })).ToContainTextAsync("Posted in");
        await page.GetByRole(AriaRole.Link, new() { NameString = "Overview" }).ClickAsync();
        await Assertions.Expect(page.Locator(".chart.events .mark.incident")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".chart.events .mark.resolved")).ToHaveCountAsync(1);
    }

    private IReadOnlyList<Message> Posted() => [.. _bot.World.Messages.List(_news, BotOnSandbox.Owner)];
}
