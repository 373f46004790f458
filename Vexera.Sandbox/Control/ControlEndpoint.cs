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
        Taking((context, body) => Task.FromResult<Action<Utf8JsonWriter>>(json => act(context, body, json)));

    /// <summary>A route that reads a body and takes its time.</summary>
    /// <param name="act">Does what the body says and returns who writes the answer.</param>
    public static RequestDelegate Taking(Func<HttpContext, ControlBody, Task<Action<Utf8JsonWriter>>> act) =>
        context => AnswerAsync(context, () => ActAsync(context, act));

    /// <summary>A route without a body.</summary>
    public static RequestDelegate Showing(Action<HttpContext, Utf8JsonWriter> act) =>
        context => AnswerAsync(context, () => Task.FromResult<Action<Utf8JsonWriter>>(json => act(context, json)));

    /// <summary>An id in the route.</summary>
    /// <exception cref="ControlException">It is no number.</exception>
    public static ulong RouteId(this HttpContext context, string name) =>
        ulong.TryParse((string?)context.Request.RouteValues[name], System.Globalization.CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new ControlException($"\"{context.Request.RouteValues[name]}\" is no id.");

    private static async Task<Action<Utf8JsonWriter>> ActAsync(
        HttpContext context, Func<HttpContext, ControlBody, Task<Action<Utf8JsonWriter>>> act)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted).ConfigureAwait(false);
        return await act(context, new ControlBody(buffer.ToArray())).ConfigureAwait(false);
    }

    private static async Task AnswerAsync(HttpContext context, Func<Task<Action<Utf8JsonWriter>>> act)
    {
        ReadOnlyMemory<byte> answer;
        try
        {
            answer = JsonBytes.Of(await act().ConfigureAwait(false));
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
