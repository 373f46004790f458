using Microsoft.Extensions.Options;
using Vexera.Host.Dashboard.Health;
using Vexera.Host.Dashboard.Pages;
using Vexera.Host.Dashboard.Security;
using Vexera.Sandbox.Hosting;

namespace Vexera.Host.Dashboard;

/// <summary>
/// The part of the web server that is there from the start, and small: health checks and the routes of other rooms. It reads no
/// settings file and no environment, and its container holds nothing of the bot.
/// </summary>
/// <param name="options">Where it listens.</param>
/// <param name="health">The health checks.</param>
/// <param name="routes">What other rooms add.</param>
/// <param name="pages">Answers everything else.</param>
/// <param name="loggers">The bot's logs.</param>
internal sealed class FrontDoor(
    IOptions<DashboardOptions> options, HealthRoutes health, IEnumerable<IDashboardRoutes> routes, PagesMount pages, ILoggerFactory loggers)
{
    /// <summary>A server that is ready to start.</summary>
    public WebApplication Build()
    {
        var (guard, key) = (new HostGuard(options.Value), new RouteKey(options.Value));
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
        if (options.Value.TrustedProxies.Count > 0)
            app.UseForwardedHeaders(TrustedProxies.Of(options.Value));
        app.Use(async (http, next) =>
        {
            if (await health.TryAnswerAsync(http))
                return;
            if (guard.Refusal(http.Request) is { } refusal)
            {
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                await http.Response.WriteAsync(refusal, http.RequestAborted);
                return;
            }

            await next(http);
        });
        app.UseRouting();
        app.Use((http, next) => http.GetEndpoint() is null || key.Opens(http.Request) ? next(http) : RouteKey.Refuse(http.Response));
        foreach (var one in routes)
            one.Map(app);
        app.UseEndpoints(_ => { });
        app.Run(pages.ProcessAsync);
        return app;
    }
}
