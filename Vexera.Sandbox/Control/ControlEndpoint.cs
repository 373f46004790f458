using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;

namespace Vexera.Sandbox.Control;

/// <summary>What the <c>/sandbox</c> routes have in common: JSON in, JSON out, errors that say what is wrong.</summary>
internal static class ControlEndpoint
{
    /// <summary>A route that reads a body.</summary>
    /// <param name="act">Does what the body says and writes the answer.</param>
    public static RequestDelegate Taking(Action<HttpContext, ControlBody, Utf8JsonWriter> act) => async context =>
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted).ConfigureAwait(false);
        await AnswerAsync(context, json => act(context, new ControlBody(buffer.ToArray()), json)).ConfigureAwait(false);
    };

    /// <summary>A route without a body.</summary>
    public static RequestDelegate Showing(Action<HttpContext, Utf8JsonWriter> act) => context => AnswerAsync(context, json => act(context, json));

    /// <summary>An id in the route.</summary>
    /// <exception cref="ControlException">It is no number.</exception>
    public static ulong RouteId(this HttpContext context, string name) =>
        ulong.TryParse((string?)context.Request.RouteValues[name], System.Globalization.CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new ControlException($"\"{context.Request.RouteValues[name]}\" is no id.");

    private static async Task AnswerAsync(HttpContext context, Action<Utf8JsonWriter> write)
    {
        ReadOnlyMemory<byte> answer;
        try
        {
            answer = JsonBytes.Of(write);
        }
        catch (Exception error) when (error is ControlException or WorldException)
        {
            context.Response.StatusCode = error is ControlException wrong ? wrong.Status : ((WorldException)error).Status;
            answer = JsonBytes.Of(json =>
            {
                json.WriteStartObject();
                json.WriteString("error", error.Message);
                json.WriteEndObject();
            });
        }

        context.Response.ContentType = "application/json";
        await context.Response.BodyWriter.WriteAsync(answer, context.RequestAborted).ConfigureAwait(false);
    }
}
