using Microsoft.Playwright;
using Vexera.Sandbox;
using Vexera.Tests.Support;

namespace Vexera.Tests.Sandbox.Chat.Browser;

/// <summary>A sandbox of its own and pages on it. Nothing may leave this machine or complain in the console.</summary>
public abstract class ChatTest(Chromium chromium) : IAsyncLifetime
{
    private readonly WatchedPages _pages = new(chromium);

    private Uri? _address;

    /// <summary>The sandbox, unless the test starts one in another way.</summary>
    private protected SandboxServer Server { get; private set; } = null!;

    /// <summary>How the sandbox is: a bot has the time that it needs on a busy machine, unless a test says otherwise.</summary>
    private protected virtual SandboxOptions Options { get; } =
        new() { Urls = "http://127.0.0.1:0", Rest = new SandboxRestOptions { FirstAnswer = TimeSpan.FromMinutes(2) } };

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _ = Requires.Chromium();
        _address = await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _pages.CloseAsync();
        await StopAsync();
        _pages.Complaints.ShouldBeEmpty();
        GC.SuppressFinalize(this);
    }

    /// <summary>Starts what the page is on and gives its address.</summary>
    private protected virtual async Task<Uri> StartAsync()
    {
        Server = await SandboxServer.StartAsync(Options, Cancel);
        return Server.Address;
    }

    private protected virtual async ValueTask StopAsync()
    {
        if (Server is not null) await Server.DisposeAsync();
    }

    /// <summary>Opens the page as a newcomer would, and waits until it can be used.</summary>
    private protected async Task<IPage> OpenAsync(int width = 1280, int height = 800, ColorScheme scheme = ColorScheme.Dark)
    {
        var page = await _pages.OpenAsync(_address!, width, height, scheme);
        await Assertions.Expect(page.GetByRole(AriaRole.Combobox, new() { NameString = "Message general" })).ToBeEnabledAsync();
        return page;
    }

    private protected static ILocator Box(IPage page) => page.Locator("#composer");

    private protected static ILocator Message(IPage page, string text) => page.Locator("article.message", new() { HasTextString = text });

    private protected static async Task SayAsync(IPage page, string text)
    {
        await Box(page).FillAsync(text);
        await Box(page).PressAsync("Enter");
    }

    /// <summary>Types a command, picks it and sends it as it is.</summary>
    private protected static async Task UseAsync(IPage page, string command)
    {
        await Box(page).PressSequentiallyAsync("/" + command);
        await Box(page).PressAsync("Enter");
        await page.GetByRole(AriaRole.Form).GetByRole(AriaRole.Button, new() { NameString = "Send" }).ClickAsync();
        await Assertions.Expect(Box(page)).ToBeVisibleAsync();
    }

    private protected static async Task ActAsAsync(IPage page, string name)
    {
        var picker = page.GetByLabel("Acting as");
        var person = await picker.Locator("option", new() { HasTextString = name }).GetAttributeAsync("value");
        await picker.SelectOptionAsync(person!);
    }

    private protected static Task ShootAsync(IPage page, string name) => WatchedPages.ShootAsync(page, name);
}
