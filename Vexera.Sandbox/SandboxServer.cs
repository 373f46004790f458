using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Sandbox.Dns;
using Vexera.Sandbox.Hosting;
using Vexera.Sandbox.Statsd;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Demo;

namespace Vexera.Sandbox;

/// <summary>A running simulator: Discord's API, its gateway and a page to chat on, all on one address.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SandboxServer(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Urls.First());
        World = app.Services.GetRequiredService<SandboxWorld>();
    }

    /// <summary>Where it listens, with the port that it got.</summary>
    public Uri Address { get; }

    /// <summary>Where its DNS server listens, with the port that it got; null when it has none.</summary>
    public IPEndPoint? Dns => Services.GetRequiredService<DnsServer>().EndPoint;

    /// <summary>Where its StatsD server listens, with the port that it got; null when it has none.</summary>
    public IPEndPoint? Statsd => Services.GetRequiredService<StatsdServer>().EndPoint;

    /// <summary>The token of the demo world's bot.</summary>
    public string BotToken => World.Users.TokenOf(DemoWorld.BotId);

    internal SandboxWorld World { get; }

    internal IServiceProvider Services => _app.Services;

    /// <summary>Starts a simulator and returns when it answers.</summary>
    /// <param name="options">The world and its rules.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="SandboxStartException">The address is in use or cannot be listened on.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside of its range.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        SandboxLimits.Check(options);
        var app = SandboxApplication.Build(options);
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            return new SandboxServer(app);
        }
        catch (Exception error)
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw Explain(options.Urls, error) ?? error;
        }
    }

    /// <summary>Closes every connection and stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }

    private static SandboxStartException? Explain(string address, Exception error) => error switch
    {
        IOException { InnerException: AddressInUseException } =>
            new SandboxStartException(address, $"The sandbox cannot listen on {address}: the port is in use. Give it another one with --urls.", error),
        SocketException or IOException =>
            new SandboxStartException(address, $"The sandbox cannot listen on {address}: {error.Message}", error),
        FormatException or InvalidOperationException =>
            new SandboxStartException(address, $"The sandbox cannot listen on \"{address}\": give one address such as http://127.0.0.1:5090.", error),
        _ => null,
    };
}
