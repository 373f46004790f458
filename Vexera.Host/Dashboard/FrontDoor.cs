using Microsoft.Extensions.Options;
using Vexera.Host.Dashboard.Health;
using Vexera.Sandbox.Hosting;

namespace Vexera.Host.Dashboard;

/// <summary>
/// The part of the web server that is there from the start, and small: health checks and the routes of other rooms. It reads no
/// settings file and no environment, and its container holds nothing of the bot.
/// </summary>
/// <param name="options">Where it listens.</param>
/// <param name="health">The health checks.</param>
/// <param name="routes">What other rooms add.</param>
/// <param name="loggers">The bot's logs.</param>
internal sealed class FrontDoor(
    IOptions<DashboardOptions> options, HealthRoutes health, IEnumerable<IDashboardRoutes> routes, ILoggerFactory loggers)
{
    /// <summary>A server that is ready to start.</summary>
    public WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(FrontDoor).Assembly.GetName().Name,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseUrls([.. ListenAddress.Parse(options.Value.Urls, out _).Select(address => address.Url)]);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services
            .AddRoutingCore()
            .AddSingleton(loggers)
            .AddSingleton<IHostLifetime, EmbeddedLifetime>();

        var app = builder.Build();
        app.Use(async (http, next) =>
        {
            if (!await health.TryAnswerAsync(http))
                await next(http);
        });
        app.UseRouting();
        foreach (var one in routes)
            one.Map(app);
        return app;
    }
}
