using Vexera.Host.Dashboard.Security;

namespace Vexera.Host.Dashboard.Pages;

/// <summary>
/// Loads the pages with the first request for one: Blazor, MudBlazor and their container cost an idle bot nothing before.
/// </summary>
/// <param name="pages">Builds them.</param>
/// <param name="logger">The log.</param>
internal sealed class PagesMount(PagesApplication pages, ILogger<DashboardServer> logger) : IAsyncDisposable
{
    private readonly SemaphoreSlim _loading = new(1);
    private volatile MountedServer? _server;
    private WebApplication? _app;
    private bool _isClosed;

    /// <summary>Whether the pages are loaded.</summary>
    public bool IsLoaded => _server is not null;

    /// <summary>Answers a request for a page; a failure to load them is told, and tried again with the next request.</summary>
    public async Task ProcessAsync(HttpContext http)
    {
        SecurityHeaders.AddTo(http.Response);
        try
        {
            var server = _server ?? await LoadAsync(http.RequestAborted);
            await server.ProcessAsync(http);
        }
        catch (Exception e) when (!http.Response.HasStarted && e is not OperationCanceledException)
        {
            DashboardLog.PagesFailed(logger, e);
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await http.Response.WriteAsync(DashboardText.PageFailed, http.RequestAborted);
        }
    }

    /// <summary>Closes the pages that are open; no further one is answered.</summary>
    public async Task UnloadAsync()
    {
        await _loading.WaitAsync();
        try
        {
            _isClosed = true;
            _server = null;
            if (_app is not { } app)
                return;
            _app = null;
            await app.StopAsync(new CancellationToken(canceled: true));
            await app.DisposeAsync();
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await UnloadAsync();
        _loading.Dispose();
    }

    private async Task<MountedServer> LoadAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            if (_server is { } loaded)
                return loaded;
            ObjectDisposedException.ThrowIf(_isClosed, this);
            var server = new MountedServer();
            var app = pages.Build(server);
            await app.StartAsync(CancellationToken.None);
            _app = app;
            return _server = server;
        }
        finally
        {
            _loading.Release();
        }
    }
}
