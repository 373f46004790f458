using Microsoft.Extensions.Options;
using Vexera.Host.Dashboard.Pages;

namespace Vexera.Host.Dashboard;

/// <summary>
/// Runs the web server beside the bot. What goes wrong with it is told in the log and tried again, and the bot never feels it.
/// </summary>
/// <param name="doors">Builds the server.</param>
/// <param name="pages">Open pages end with the server.</param>
/// <param name="options">Whether and where it listens.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed class DashboardServer(
    FrontDoor doors, PagesMount pages, IOptions<DashboardOptions> options, TimeProvider time, ILogger<DashboardServer> logger)
    : BackgroundService
{
    /// <summary>How long to wait before listening is tried again.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource<Uri?> _firstTry = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Where it listens once the first attempt has been made; null when that failed, or when it is switched off.</summary>
    public Task<Uri?> Address => _firstTry.Task;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled)
        {
            _firstTry.TrySetResult(null);
            return;
        }

        await using var app = await ListenAsync(stoppingToken);
        await Task.Delay(Timeout.InfiniteTimeSpan, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // Pages that are open would hold the bot's end up.
        await pages.UnloadAsync();
        await app.StopAsync(new CancellationToken(canceled: true));
    }

    private async Task<WebApplication> ListenAsync(CancellationToken stoppingToken)
    {
        for (string? told = null; ;)
        {
            var app = doors.Build();
            try
            {
                await app.StartAsync(stoppingToken);
                var address = new Uri(app.Urls.First());
                DashboardLog.Listening(logger, address.AbsoluteUri);
                _firstTry.TrySetResult(address);
                return app;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                await app.DisposeAsync();
                if (told != e.Message)
                    DashboardLog.NotListening(logger, options.Value.Urls, e.Message);
                told = e.Message;
                _firstTry.TrySetResult(null);
            }

            await Task.Delay(RetryAfter, time, stoppingToken);
        }
    }
}
