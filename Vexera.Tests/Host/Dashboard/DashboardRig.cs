using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NLog;
using Vexera.Core;
using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Monitoring.History;
using Vexera.Core.Monitoring.Sampling;
using Vexera.Core.Shards;
using Vexera.Core.Storage;
using Vexera.Host.Announcements;
using Vexera.Host.Dashboard;
using Vexera.Tests.Support;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Vexera.Tests.Host.Dashboard;

/// <summary>The dashboard's web server over a bot that is not started, with shards and figures as the test says.</summary>
internal sealed class DashboardRig : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false };
    private int _attempts;

    /// <param name="settings">Settings below <c>Dashboard</c> and others, by path.</param>
    /// <param name="time">The clock; one that stands still unless given.</param>
    /// <param name="routes">What other rooms add.</param>
    /// <param name="extend">Replaces more of the bot.</param>
    public DashboardRig(
        IReadOnlyDictionary<string, string?> settings, TimeProvider? time = null, Action<IServiceCollection>? extend = null, params IDashboardRoutes[] routes)
    {
        Clock = time ?? Time;
        Monitoring = FakeMonitoring.Day(Clock.GetUtcNow());
        Http = new HttpClient(_handler);
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
            [
                new("Discord:Token", "the.token"),
                new("Storage:Path", _folder.File("vexera.db")),
                new("Dashboard:Urls", "http://127.0.0.1:0"),
            ]).AddInMemoryCollection(settings).Build())
            .AddSingleton(Clock)
            .AddSingleton(new LogFactory())
            .AddLogging()
            .AddVexera()
            .AddDashboard()
            .AddSingleton<AnnounceDesk>()
            .AddSingleton<ILogger<DashboardServer>>(Log)
            .AddSingleton<IFleetStatus>(Fleet)
            .AddSingleton<IFleetControl>(Fleet)
            .AddSingleton<ISampleHistory>(Monitoring)
            .AddSingleton<IMarks>(Monitoring)
            .AddSingleton<IAlertBoard>(Monitoring)
            .AddSingleton<IDashboardRoutes>(new Counted(this));
        foreach (var one in routes)
            services.AddSingleton(one);
        extend?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.Parse("2026-11-27T12:00:00Z", null));

    public TimeProvider Clock { get; }

    public FakeFleet Fleet { get; } = new();

    public FakeMonitoring Monitoring { get; }

    public RecordingLogger<DashboardServer> Log { get; } = new();

    public HttpClient Http { get; }

    public IServiceProvider Services => _services;

    public Task<Uri?> Address => Server.Address;

    public IEnumerable<string> Warnings => Log.Lines.Where(line => line.Level == LogLevel.Warning).Select(line => line.Text);

    /// <summary>How many times a server was built.</summary>
    public int Attempts => Volatile.Read(ref _attempts);

    private DashboardServer Server => _services.GetRequiredService<DashboardServer>();

    /// <summary>Starts it and waits for the first attempt to listen.</summary>
    public async Task StartAsync()
    {
        await ActivatorUtilities.CreateInstance<StorageStartup>(_services).StartAsync(TestContext.Current.CancellationToken);
        await Server.StartAsync(TestContext.Current.CancellationToken);
        if (await Address is { } address)
            Http.BaseAddress = address;
    }

    public Task StopAsync() => Server.StopAsync(TestContext.Current.CancellationToken);

    /// <summary>Lets time pass, one retry after the other, until something holds.</summary>
    public Task PassUntilAsync(Func<bool> holds) => Eventually.UntilAsync(() =>
    {
        if (holds())
            return true;
        Time.Advance(DashboardServer.RetryAfter);
        return false;
    });

    /// <summary>Asks for a path.</summary>
    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path)
    {
        using var answer = await Http.GetAsync(path, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
        Http.Dispose();
        _handler.Dispose();
        _folder.Dispose();
    }

    private sealed class Counted(DashboardRig rig) : IDashboardRoutes
    {
        public void Map(IEndpointRouteBuilder routes) => Interlocked.Increment(ref rig._attempts);
    }
}
