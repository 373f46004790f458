using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Options;
using MudBlazor.Services;
using Vexera.Core.Commands.Checks;
using Vexera.Core.Discord;
using Vexera.Core.Modules;
using Vexera.Core.Modules.Announcements;
using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Monitoring.History;
using Vexera.Core.Monitoring.Sampling;
using Vexera.Core.Rest.RateLimits;
using Vexera.Core.Shards;
using Vexera.Core.State;
using Vexera.Core.Storage;
using Vexera.Core.Telemetry;
using Vexera.Core.Telemetry.Reading;
using Vexera.Host.Announcements;
using Vexera.Host.Dashboard.Audit;
using Vexera.Host.Dashboard.Components;
using Vexera.Host.Dashboard.Live;
using Vexera.Host.Dashboard.Logs;
using Vexera.Host.Dashboard.Security;
using Vexera.Sandbox;
using Vexera.Sandbox.Assets;
using Vexera.Sandbox.Chat;
using Vexera.Sandbox.Hosting;

namespace Vexera.Host.Dashboard.Pages;

/// <summary>
/// Puts the pages together, in a container of their own into which only what they show and may do is handed from the bot's.
/// </summary>
/// <param name="bot">The bot's container.</param>
internal sealed class PagesApplication(IServiceProvider bot)
{
    private static readonly string[] SharedAssets = ["_framework/", "_content/MudBlazor/"];

    /// <summary>An application that is ready to start.</summary>
    /// <param name="server">Hands it its requests.</param>
    public WebApplication Build(MountedServer server)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(PagesApplication).Assembly.GetName().Name,
            EnvironmentName = Environments.Production,
        });
        AddFromBot(builder.Services);
        builder.Services
            .AddSingleton<IServer>(server)
            .AddSingleton<IHostLifetime, EmbeddedLifetime>()
            .AddSingleton<DashboardFeed>()
            .AddSingleton<ChartDesk>()
            .AddSingleton<WorkDesk>()
            .AddSingleton<AuditList>()
            .AddSingleton<LoginGate>()
            .AddSingleton<LoginDesk>()
            .AddSingleton<DiscordSignIn>()
            .AddScoped<ActionDesk>()
            .AddMudServices()
            .AddAntiforgery(antiforgery =>
            {
                antiforgery.Cookie.Name = "vexera-form";
                antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            })
            .Configure<KeyManagementOptions>(keys => (keys.XmlRepository, keys.XmlEncryptor) = (new MemoryKeys(), new NullXmlEncryptor()))
            .AddDataProtection();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            // A page that lost its connection is looked after for a while, and costs as much as an open one.
            circuits.DisconnectedCircuitMaxRetained = 10;
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(1);
        });

        var app = builder.Build();
        app.Use(next => http => http.RequestServices.GetRequiredService<LoginGate>().PassAsync(http, next));
        app.UseAntiforgery();
        app.MapWebAssets(typeof(PagesApplication).Assembly);
        app.MapWebAssets(typeof(SandboxServer).Assembly, path => SharedAssets.Any(shared => path.StartsWith(shared, StringComparison.Ordinal)));
        app.MapLogin();
        app.MapRazorComponents<DashboardDocument>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }

    private void AddFromBot(IServiceCollection services)
    {
        services.AddSingleton(bot.GetRequiredService<IOptions<DashboardOptions>>().Value);
        Forward<TimeProvider>(services);
        Forward<ILoggerFactory>(services);
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        Forward<LoginSessions>(services);
        Forward<LoginLockout>(services);
        Forward<LogRing>(services);
        Forward<IFleetStatus>(services);
        Forward<IFleetControl>(services);
        Forward<IGuildStates>(services);
        Forward<IGuildCensus>(services);
        Forward<ISampleHistory>(services);
        Forward<IAlertBoard>(services);
        Forward<IMarks>(services);
        Forward<IMeterValues>(services);
        Forward<IEventRate>(services);
        Forward<Uptime>(services);
        Forward<IRestPressure>(services);
        Forward<StorageHealth>(services);
        Forward<DeferredWrites>(services);
        Forward<IDatabase>(services);
        Forward<ISwitchboard>(services);
        Forward<AnnounceDesk>(services);
        Forward<IAnnouncer>(services);
        Forward<IIncidents>(services);
        Forward<IBotOwners>(services);
        Forward<ISelf>(services);
        Forward<IOptions<DiscordOptions>>(services);
        Forward<HttpMessageInvoker>(services);
    }

    private void Forward<T>(IServiceCollection services)
        where T : class => services.AddSingleton(bot.GetRequiredService<T>());
}
