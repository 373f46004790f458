using System.Collections.Concurrent;
using Microsoft.Playwright;
using Vexera.Tests.Support;

namespace Vexera.Tests.Sandbox.Chat.Browser;

/// <summary>Pages in a browser, of which it is noted when one asks another machine or complains in the console.</summary>
internal sealed class WatchedPages(Chromium chromium)
{
    private static readonly string Screenshots = Path.Combine(RepositoryRoot.Path, "TestResults", "screenshots");
    private readonly List<IBrowserContext> _contexts = [];
    private readonly ConcurrentQueue<string> _complaints = [];

    /// <summary>What was noted.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Complaints in the console that holds one of these texts are expected.</summary>
    public IReadOnlyList<string> Expected { get; set; } = [];

    /// <summary>Opens an address as a newcomer would.</summary>
    public async Task<IPage> OpenAsync(Uri address, int width, int height, ColorScheme scheme)
    {
        var browser = await chromium.GetAsync();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            TimezoneId = "Europe/Berlin",
            Locale = "en-GB",
            HasTouch = width < 600,
        });
        context.SetDefaultTimeout(60_000);
        _contexts.Add(context);
        await context.RouteAsync("**/*", async route =>
        {
            if (new Uri(route.Request.Url).Host == "127.0.0.1")
            {
                await route.ContinueAsync();
                return;
            }
            _complaints.Enqueue($"a request left this machine: {route.Request.Url}");
            await route.AbortAsync();
        });
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !Expected.Any(text => message.Text.Contains(text, StringComparison.Ordinal)))
                _complaints.Enqueue($"console {message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Enqueue($"page error: {error}");
        await page.GotoAsync(address.ToString());
        return page;
    }

    /// <summary>Closes all.</summary>
    public async Task CloseAsync()
    {
        foreach (var context in _contexts) await context.DisposeAsync();
    }

    /// <summary>Takes a picture of a page for people to look at.</summary>
    public static Task ShootAsync(IPage page, string name, bool all = false) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(Screenshots, name + ".png"),
        Animations = ScreenshotAnimations.Disabled,
        FullPage = all,
    });
}
