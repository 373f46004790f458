using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Interactions;
using Vexera.Sandbox.Rest.RateLimits;
using Vexera.Sandbox.World;

namespace Vexera.Sandbox.Rest;

/// <summary>Discord's HTTP API under <c>/api/v10</c> and <c>/api/v9</c>, and the files that messages carry.</summary>
internal static class DiscordRest
{
    /// <summary>Registers what the routes need.</summary>
    public static void AddDiscordRest(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = RequestBody.MaximumBytes + 1);
        builder.Services.AddSingleton<RestLimits>();
        builder.Services.AddSingleton<RestViolations>();
        builder.Services.AddSingleton<InteractionDeadlines>();
        builder.Services.AddSingleton(RestRoutes.Build);
        builder.Services.AddSingleton<RestPipeline>();
    }

    /// <summary>Maps every route; what is not known answers 404 as Discord does.</summary>
    public static void MapDiscordRest(this WebApplication app)
    {
        var pipeline = app.Services.GetRequiredService<RestPipeline>();
        app.Map("/api/{**rest}", pipeline.HandleAsync);
        app.MapGet("/attachments/{channel}/{id}/{name}", Download);
    }

    private static IResult Download(ulong channel, ulong id, string name, SandboxWorld world)
    {
        var attachment = world.Messages.FindAttachment(channel, id);
        return attachment is not null && attachment.Filename == name
            ? Results.Bytes(attachment.Content, attachment.ContentType ?? "application/octet-stream")
            : Results.NotFound();
    }
}
