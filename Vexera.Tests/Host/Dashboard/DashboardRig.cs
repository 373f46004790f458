using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Vexera.Host.Dashboard;
using Vexera.Host.Dashboard.Health;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Dashboard;

/// <summary>The dashboard's web server without a bot.</summary>
internal sealed class DashboardRig : IAsyncDisposable
{
    private readonly DashboardServer _server;
    private int _attempts;

    public DashboardRig(DashboardOptions options, params IDashboardRoutes[] routes)
    {
        var wrapped = Options.Create(options);
        var health = new HealthRoutes(new FleetReadiness(Fleet, wrapped, Time));
        var doors = new FrontDoor(wrapped, health, routes.Prepend(new Counted(this)), NullLoggerFactory.Instance);
        _server = new DashboardServer(doors, wrapped, Time, Log);
    }

    public FakeTimeProvider Time { get; } = new();

    public FakeFleet Fleet { get; } = new();

    public RecordingLogger<DashboardServer> Log { get; } = new();

    public HttpClient Http { get; } = new();

    public Task<Uri?> Address => _server.Address;

    public IEnumerable<string> Warnings => Log.Lines.Where(line => line.Level == LogLevel.Warning).Select(line => line.Text);

    /// <summary>Starts it and waits for the first attempt to listen.</summary>
    public async Task StartAsync()
    {
        await _server.StartAsync(TestContext.Current.CancellationToken);
        if (await Address is { } address)
            Http.BaseAddress = address;
    }

    /// <summary>How many times a server was built.</summary>
    public int Attempts => Volatile.Read(ref _attempts);

    /// <summary>Lets time pass, one retry after the other, until something holds.</summary>
    public Task PassUntilAsync(Func<bool> holds) => Eventually.UntilAsync(() =>
    {
        if (holds())
            return true;
        Time.Advance(DashboardServer.RetryAfter);
        return false;
    });

    public Task StopAsync() => _server.StopAsync(TestContext.Current.CancellationToken);

    /// <summary>Asks for a path.</summary>
    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path)
    {
        using var answer = await Http.GetAsync(path, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _server.Dispose();
        Http.Dispose();
    }

    private sealed class Counted(DashboardRig rig) : IDashboardRoutes
    {
        public void Map(IEndpointRouteBuilder routes) => Interlocked.Increment(ref rig._attempts);
    }
}
