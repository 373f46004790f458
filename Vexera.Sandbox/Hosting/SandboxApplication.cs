using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Vexera.Sandbox.Chat;
using Vexera.Sandbox.Control;
using Vexera.Sandbox.Dns;
using Vexera.Sandbox.Faults.Actions;
using Vexera.Sandbox.Gateway;
using Vexera.Sandbox.OAuth;
using Vexera.Sandbox.Rest;
using Vexera.Sandbox.Stats;
using Vexera.Sandbox.Statsd;
using Vexera.Sandbox.World.Demo;

namespace Vexera.Sandbox.Hosting;

/// <summary>
/// Puts the simulator's parts together. It reads no settings file and no environment: the folder it is started in is not its own.
/// </summary>
internal static class SandboxApplication
{
    public static WebApplication Build(SandboxOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(SandboxServer).Assembly.GetName().Name,
            EnvironmentName = "Production",
        });
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRouting();
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.TimeProvider);
        builder.Services.AddSingleton(_ => DemoWorld.Create(options));
        builder.Services.AddSingleton<SandboxStats>();
        builder.Services.AddGateway();
        builder.Services.AddSingleton<DnsServer>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<DnsServer>());
        builder.Services.AddSingleton<StatsdServer>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<StatsdServer>());
        builder.Services.AddFaults();
        builder.Services.AddControl();
        builder.AddDiscordRest();
        builder.Services.AddSingleton<OAuthGrants>();
        builder.Services.AddChatPage();

        var app = builder.Build();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        app.MapGateway();
        app.MapDiscordRest();
        app.MapOAuth();
        app.MapControl();
        app.MapChatPage();
        return app;
    }
}
