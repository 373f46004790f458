using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Vexera.Sandbox;
using Vexera.Tests.Sandbox.Chat.Browser;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Dashboard;

/// <summary>The built bot with 288 shards on a sandbox, watched and steered from a real browser.</summary>
public sealed class DashboardOnSandboxTests(Chromium chromium) : IAsyncLifetime
{
    private static readonly int[] Twelve = [12];
    private const string Key = "correct horse battery";
    private readonly WatchedPages _pages = new(chromium) { Expected = ["403", "429"] };
    private BotOnSandbox _bot = null!;
    private Uri _address = null!;

    public async ValueTask InitializeAsync()
    {
        _ = Requires.Chromium();
        _bot = await BotOnSandbox.CreateAsync(new SandboxOptions { Shards = 288, MaxConcurrency = 288, Guilds = 600 }, start: false);
        _address = await _bot.StartWithDashboardAsync(("Dashboard__AdminKey", Key));
    }

    public async ValueTask DisposeAsync()
    {
        await _pages.CloseAsync();
        if (_bot is not null)
            await _bot.DisposeAsync();
        _pages.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Operator_LogsIn_SeesAShardGoAndComeBack_AndTurnsAModuleOff()
    {
        var page = await _pages.OpenAsync(_address, 1440, 1000, ColorScheme.Dark);
        await page.GetByLabel("Admin key").FillAsync("wrong");
        await page.GetByRole(AriaRole.Button, new() { NameString = "Log in" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("That is not the key.");
        await WatchedPages.ShootAsync(page, "dashboard-login");
        await page.GetByLabel("Admin key").FillAsync(Key);
        await page.GetByRole(AriaRole.Button, new() { NameString = "Log in" }).ClickAsync();

        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-live", "true");
        await Assertions.Expect(page.Locator(".cells .cell.ready")).ToHaveCountAsync(288);
        await Assertions.Expect(page.Locator(".chart.events path.line")).ToHaveAttributeAsync("d", new Regex("^M"));

        var cell = page.GetByRole(AriaRole.Button, new() { NameString = "Shard 12:" });
        await _bot.ControlAsync("sandbox/faults", new { kind = "close-on-resume", code = 4000, shards = Twelve, count = 2 });
        await _bot.ControlAsync("sandbox/faults", new { kind = "drop", shards = Twelve });
        await Assertions.Expect(cell).Not.ToHaveClassAsync("cell ready");
        await WatchedPages.ShootAsync(page, "dashboard-shard-away");
        await Assertions.Expect(cell).ToHaveClassAsync("cell ready");

        await _bot.PingAsync(_bot.Guild.Id);
        await page.GetByRole(AriaRole.Link, new() { NameString = "Switches" }).ClickAsync();
        await page.GetByLabel("Module Basics").UncheckAsync();
        await Assertions.Expect(page.GetByText("Switch module Basics off: Done.")).ToBeVisibleAsync();
        await WatchedPages.ShootAsync(page, "dashboard-switched-off");
        var said = _bot.SaidIn(_bot.Guild.Id).Count;
        _bot.Say(_bot.Guild.Id, "+ping");
        _bot.Say(_bot.Guild.Id, "+module enable basics");
        await _bot.UntilAsync(() => _bot.SaidIn(_bot.Guild.Id).Count > said);
        _bot.SaidIn(_bot.Guild.Id).Skip(said).ShouldNotContain(message => message.Content.StartsWith("Pong!"));
        await Assertions.Expect(page.GetByLabel("Module Basics")).ToBeCheckedAsync();

        await page.GetByRole(AriaRole.Link, new() { NameString = "Work" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { NameString = "ping" }).First).ToBeVisibleAsync();
        await WatchedPages.ShootAsync(page, "dashboard-work-real");
        await page.GetByRole(AriaRole.Link, new() { NameString = "Log", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".log .line").First).ToBeVisibleAsync();
        await WatchedPages.ShootAsync(page, "dashboard-log-real");
        await page.GetByRole(AriaRole.Link, new() { NameString = "Audit" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { NameString = "Switch module Basics off" })).ToContainTextAsync("the admin key");

        await page.GetByRole(AriaRole.Button, new() { NameString = "Log out" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Admin key")).ToBeVisibleAsync();
        for (var failure = 0; failure < 5; failure++)
        {
            await page.GetByLabel("Admin key").FillAsync($"wrong {failure}");
            await page.GetByRole(AriaRole.Button, new() { NameString = "Log in" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Too many failed tries");
    }
}
