using System.Globalization;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Sandbox.Faults;
using Vexera.Sandbox.Gateway.Connections;
using Vexera.Sandbox.Gateway.Encoding;
using Vexera.Sandbox.Gateway.Handlers;
using Vexera.Sandbox.Gateway.Protocol;
using Vexera.Sandbox.Gateway.Rules;
using Vexera.Sandbox.Gateway.Sessions;

namespace Vexera.Sandbox.Gateway;

/// <summary>The gateway's addresses.</summary>
internal static class GatewayEndpoint
{
    public const string Path = "/gateway";
    public const string ResumePath = "/gateway/resume";
    private const int NewestVersion = 10;
    private const int OldestVersion = 9;

    public static void AddGateway(this IServiceCollection services)
    {
        services.AddSingleton<SessionBudget>();
        services.AddSingleton<IGatewayDirectory>(provider => provider.GetRequiredService<SessionBudget>());
        services.AddSingleton<EventRouter>();
        services.AddSingleton<SessionDirectory>();
        services.AddSingleton<SessionFactory>();
        services.AddSingleton<IdentifyGate>();
        services.AddSingleton<GatewayServices>();
        services.AddSingleton<ConnectionDirectory>();
        services.AddSingleton<OpcodeHandler>();
        services.AddSingleton<IdentifyHandler>();
        services.AddSingleton<ResumeHandler>();
        services.AddSingleton<GuildMembersHandler>();
        services.AddSingleton<VoiceStateHandler>();
        services.AddSingleton<GuildExtrasHandler>();
    }

    public static void MapGateway(this WebApplication app)
    {
        app.Map(Path, (HttpContext context) => ServeAsync(context, byResumeUrl: false));
        app.Map(ResumePath, (HttpContext context) => ServeAsync(context, byResumeUrl: true));

        // Some libraries keep only the host of the gateway's address.
        app.Use((context, next) => context.WebSockets.IsWebSocketRequest && context.Request.Path == "/"
            ? ServeAsync(context, byResumeUrl: false)
            : next(context));
    }

    private static async Task ServeAsync(HttpContext context, bool byResumeUrl)
    {
        var services = context.RequestServices.GetRequiredService<GatewayServices>();
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (byResumeUrl && services.Faults.Take(GatewayFaultKind.DeadResumeUrl) is not null)
        {
            context.Abort();
            return;
        }

        if (services.Faults.Take(GatewayFaultKind.RefuseUpgrade) is { } refusal)
        {
            context.Response.StatusCode = refusal.Code;
            return;
        }

        if (services.Faults.Take(GatewayFaultKind.HangUpgrade) is not null)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, services.Clock, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync().ConfigureAwait(false);
        services.Stats.Increment("connections");
        await ServeAsync(context, socket, services, byResumeUrl).ConfigureAwait(false);
    }

    private static async Task ServeAsync(HttpContext context, WebSocket socket, GatewayServices services, bool byResumeUrl)
    {
        var query = context.Request.Query;
        var version = query.TryGetValue("v", out var v) ? int.TryParse(v, CultureInfo.InvariantCulture, out var number) ? number : 0 : NewestVersion;
        using var encoder = FrameEncoders.For(query["compress"]);
        if (version is < OldestVersion or > NewestVersion)
        {
            services.Stats.RecordViolation("version", $"gateway version {v}; {OldestVersion} and {NewestVersion} are served", Path);
            await socket.CloseOutputAsync((WebSocketCloseStatus)GatewayClose.InvalidVersion, "Invalid API version.", context.RequestAborted).ConfigureAwait(false);
        }
        else if (encoder is null || (query.TryGetValue("encoding", out var encoding) && encoding != "json"))
        {
            services.Stats.RecordViolation("encoding", $"encoding {query["encoding"]}, compress {query["compress"]}; json, zlib-stream and zstd-stream are served", Path);
            await socket.CloseOutputAsync((WebSocketCloseStatus)GatewayClose.DecodeError, "Error while decoding payload.", context.RequestAborted).ConfigureAwait(false);
        }
        else
        {
            var connections = context.RequestServices.GetRequiredService<ConnectionDirectory>();
            var origin = new ConnectionOrigin(connections.NextNumber(), context.Request.Host.ToString(), version, byResumeUrl);
            var connection = new GatewayConnection(socket, encoder, origin, services, context.RequestServices.GetRequiredService<OpcodeHandler>(), context.Abort);
            connections.Add(connection);
            try
            {
                await connection.RunAsync(context.RequestAborted).ConfigureAwait(false);
            }
            finally
            {
                connections.Remove(connection);
            }
        }
    }
}
