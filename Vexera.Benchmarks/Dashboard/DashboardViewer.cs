using Microsoft.Playwright;
using Vexera.Host.Drills.Processes;

namespace Vexera.Benchmarks.Dashboard;

/// <summary>A real Chromium that looks at the dashboard.</summary>
internal sealed class DashboardViewer : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    // When the browser painted what the page is for: the line of the first chart.
    private const string Picture =
        """
        () => new Promise(done => {
          const look = () => document.querySelector('.chart.events path.line')?.getAttribute('d')?.length > 100
            ? requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())))
            : requestAnimationFrame(look);
          look();
        })
        """;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private DashboardViewer(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Starts the browser.</summary>
    /// <exception cref="NotMeasuredException">There is none.</exception>
    public static async Task<DashboardViewer> StartAsync()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var program = Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new NotMeasuredException("There is no Chromium on the PATH.");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        return new DashboardViewer(playwright, browser);
    }

    /// <summary>Opens the page in a browser profile that has never seen it.</summary>
    /// <returns>The open page, the milliseconds from the request to the first picture, and those until it is live.</returns>
    public async Task<(IBrowserContext Context, double Picture, double Live)> OpenAsync(Uri address)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 1000 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        var picture = await page.EvaluateAsync<double>(Picture);
        await page.Locator("html[data-live=true]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        return (context, picture, await page.EvaluateAsync<double>("() => performance.now()"));
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
