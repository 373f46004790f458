using Vexera.Core.Net;
using Vexera.Core.Telemetry;

namespace Vexera.Host.Drills.Processes;

/// <summary>HTTP to another process of this machine.</summary>
internal sealed class LocalHttp : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationManager())
        .AddSingleton(TimeProvider.System)
        .AddLogging()
        .AddTelemetry()
        .AddNet()
        .BuildServiceProvider();

    /// <param name="address">What requests are relative to.</param>
    public LocalHttp(Uri address) =>
        Client = new HttpClient(_services.GetRequiredService<HandlerFactory>().Create()) { BaseAddress = address };

    /// <summary>Sends requests.</summary>
    public HttpClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        _services.Dispose();
    }
}
