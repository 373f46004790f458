using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Vexera.Core.Shards;
using Vexera.Tests.Sandbox.Chat.Browser;

namespace Vexera.Tests.Host.Dashboard;

/// <summary>The pages in a real browser, over a fleet of 288 shards and a day of history.</summary>
public sealed class DashboardPageTests(Chromium chromium) : IAsyncLifetime
{
    private readonly WatchedPages _pages = new(chromium);
    private readonly DashboardRig _rig = new(new Dictionary<string, string?>(), TimeProvider.System);

    public async ValueTask InitializeAsync()
    {
        _ = Support.Requires.Chromium();
        Be(_ => ShardState.Ready);
        await _rig.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _pages.CloseAsync();
        await _rig.DisposeAsync();
        _pages.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(ColorScheme.Dark)]
    [InlineData(ColorScheme.Light)]
    public async Task Overview_Always_ShowsTheGraphFirst(ColorScheme scheme)
    {
        Be(id => id switch
        {
            7 => ShardState.Resuming,
            23 => ShardState.BackingOff,
            24 => ShardState.Stopped,
            60 => ShardState.Identifying,
            61 => ShardState.Connecting,
            100 => ShardState.Waiting,
            _ => ShardState.Ready,
        });
        var page = await OpenAsync(scheme: scheme);

        await Assertions.Expect(page.Locator(".chart.events path.line")).ToHaveAttributeAsync("d", new System.Text.RegularExpressions.Regex("^M.*L"));
        await Assertions.Expect(page.Locator(".chart.events .mark")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator(".cells .cell")).ToHaveCountAsync(288);
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", scheme == ColorScheme.Dark ? "dark" : "light");
        await WatchedPages.ShootAsync(page, $"dashboard-{scheme}", all: true);
    }

    [Fact]
    public async Task Shard_Killed_TurnsColourAndComesBack()
    {
        var page = await OpenAsync();
        var cell = page.GetByRole(AriaRole.Button, new() { NameString = "Shard 12:" });
        await Assertions.Expect(cell).ToHaveClassAsync("cell ready");

        Be(id => id == 12 ? ShardState.Resuming : ShardState.Ready);
        await Assertions.Expect(cell).ToHaveClassAsync("cell resuming");
        await Assertions.Expect(cell).ToContainTextAsync("↻");
        await Assertions.Expect(page.GetByText("287 of 288 ready")).ToBeVisibleAsync();

        Be(_ => ShardState.Ready);
        await Assertions.Expect(cell).ToHaveClassAsync("cell ready");
    }

    [Fact]
    public async Task Shard_Restarted_IsDoneAndWrittenDown()
    {
        var page = await OpenAsync();
        await page.GetByRole(AriaRole.Button, new() { NameString = "Shard 12:" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("45 ms");
        await WatchedPages.ShootAsync(page, "dashboard-shard");

        await dialog.GetByRole(AriaRole.Button, new() { NameString = "Restart by RESUME" }).ClickAsync();
        await Support.Eventually.UntilAsync(() => _rig.Fleet.Asked is not null);
        _rig.Fleet.Asked.ShouldBe([12]);
        _rig.Fleet.Reconnect!.SetResult(new ReconnectReport([12], [], [], [], []));

        await Assertions.Expect(dialog).ToContainTextAsync("no event was lost");
        await dialog.GetByRole(AriaRole.Button, new() { NameString = "Close" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameString = "Audit" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { NameString = "Restart shard 12 by RESUME" })).ToContainTextAsync("somebody at this machine");
        await WatchedPages.ShootAsync(page, "dashboard-audit");
    }

    [Fact]
    public async Task Keyboard_Alone_ReachesShardsSwitchesAndTheme()
    {
        var page = await OpenAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { NameString = "Skip to the content" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        for (var range = 0; range < 3; range++)
            await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameString = "24 h" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameString = "24 h" })).ToHaveAttributeAsync("aria-pressed", "true");

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator(".cells .cell").Nth(2)).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#tip")).ToContainTextAsync("Shard 2: ready");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        // The dialog hears keys once the focus is in it.
        await page.WaitForFunctionAsync("() => document.activeElement?.closest('[role=dialog]')");
        await page.GetByRole(AriaRole.Button, new() { NameString = "Close" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { NameString = "Dark, light" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
    }

    [Theory]
    [InlineData("")]
    [InlineData("work")]
    [InlineData("switches")]
    [InlineData("log")]
    [InlineData("audit")]
    public async Task Phone_EveryPage_FitsTheWidth(string path)
    {
        var page = await OpenAsync(path, width: 360, height: 740);

        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        var wide = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('main *')].filter(e => !e.closest('.scroll') && e.getBoundingClientRect().right > 361 && getComputedStyle(e).visibility !== 'hidden').map(e => e.outerHTML.slice(0, 80))");
        wide.ShouldBeEmpty();
        await WatchedPages.ShootAsync(page, $"dashboard-phone-{(path.Length == 0 ? "overview" : path)}");
    }

    [Theory]
    [InlineData("work")]
    [InlineData("switches")]
    [InlineData("log")]
    public async Task Page_Opened_HasOneHeadingAndNoComplaint(string path)
    {
        _rig.Services.GetRequiredService<Vexera.Host.Dashboard.Logs.LogRing>().Add(
            DateTimeOffset.UnixEpoch, Microsoft.Extensions.Logging.LogLevel.Warning, 1234, "Fleet", "Shard 7 lost its connection.");
        var page = await OpenAsync(path);

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToHaveCountAsync(1);
        await WatchedPages.ShootAsync(page, $"dashboard-{path}");
    }

    [Fact]
    public async Task Log_Filtered_ShowsOnlyWhatMatches()
    {
        var ring = _rig.Services.GetRequiredService<Vexera.Host.Dashboard.Logs.LogRing>();
        ring.Add(DateTimeOffset.UnixEpoch, Microsoft.Extensions.Logging.LogLevel.Information, 1, "Fleet", "All is well.");
        ring.Add(DateTimeOffset.UnixEpoch, Microsoft.Extensions.Logging.LogLevel.Error, 2, "Rest", "A handler failed: 7f3a.");
        var page = await OpenAsync("log");
        await Assertions.Expect(page.Locator(".log .line")).ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Searchbox).FillAsync("7f3a");
        await Assertions.Expect(page.Locator(".log .line")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Searchbox).FillAsync("");
        await page.GetByLabel("Level").SelectOptionAsync("Error");

        await Assertions.Expect(page.Locator(".log .line")).ToContainTextAsync(["A handler failed"]);
        ring.Add(DateTimeOffset.UnixEpoch, Microsoft.Extensions.Logging.LogLevel.Error, 3, "Rest", "Another one.");
        await Assertions.Expect(page.Locator(".log .line")).ToHaveCountAsync(2);
    }

    /// <summary>Opens a page and waits until it is live.</summary>
    private async Task<IPage> OpenAsync(string path = "", int width = 1440, int height = 1000, ColorScheme scheme = ColorScheme.Dark)
    {
        var page = await _pages.OpenAsync(new Uri((await _rig.Address)!, path), width, height, scheme);
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-live", "true");
        return page;
    }

    private void Be(Func<int, ShardState> stateOf)
    {
        _rig.Fleet.ShardCount = 288;
        _rig.Fleet.Shards =
        [
            .. Enumerable.Range(0, 288).Select(id => new ShardStatus(
                id, stateOf(id), DateTimeOffset.UnixEpoch, TimeSpan.FromMilliseconds(42 + id % 9), stateOf(id) == ShardState.Ready ? null : "closed with 1006")),
        ];
    }
}
