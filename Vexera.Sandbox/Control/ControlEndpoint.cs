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
    public static RequestDelegate Taking(Action<HttpContext, ControlBody, Utf8JsonWriter> act) =>
        context => AnswerAsync(context, static _ => Task.CompletedTask, (body, json) => act(context, body, json));

    /// <summary>A route that reads a body and takes its time.</summary>
    /// <param name="act">Does what the body says.</param>
    /// <param name="write">Writes the answer.</param>
    public static RequestDelegate Taking(Func<ControlBody, Task> act, Action<Utf8JsonWriter> write) =>
        context => AnswerAsync(context, act, (_, json) => write(json));

    /// <summary>A route without a body.</summary>
    public static RequestDelegate Showing(Action<HttpContext, Utf8JsonWriter> act) =>
        context => AnswerAsync(context, static _ => Task.CompletedTask, (_, json) => act(context, json));

    /// <summary>An id in the route.</summary>
    /// <exception cref="ControlException">It is no number.</exception>
    public static ulong RouteId(this HttpContext context, string name) =>
        ulong.TryParse((string?)context.Request.RouteValues[name], System.Globalization.CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new ControlException($"\"{context.Request.RouteValues[name]}\" is no id.");

    private static async Task AnswerAsync(HttpContext context, Func<ControlBody, Task> act, Action<ControlBody, Utf8JsonWriter> write)
    {
        ReadOnlyMemory<byte> answer;
        try
        {
            using var buffer = new MemoryStream();
            await context.Request.Body.CopyToAsync(buffer, context.RequestAborted).ConfigureAwait(false);
            var body = new ControlBody(buffer.ToArray());
            await act(body).ConfigureAwait(false);
            answer = JsonBytes.Of(json => write(body, json));
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
