using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Vexera.Tests.Host.Telemetry;

/// <summary>Stands where a collector of OpenTelemetry would, and keeps what it gets.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Request> _requests = new();
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Collector(WebApplication app) => _app = app;

    /// <summary>What it answers.</summary>
    public int Status { get; set; } = 200;

    /// <summary>Whether it takes requests and never answers.</summary>
    public bool IsSilent { get; set; }

    public IReadOnlyList<Request> Requests => [.. _requests];

    public int Port => new Uri(_app.Urls.First()).Port;

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var collector = new Collector(app);
        app.MapPost("/v1/metrics", collector.TakeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    public async ValueTask DisposeAsync()
    {
        _over.TrySetResult();
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _requests.Enqueue(new Request(context.Request.ContentType, context.Request.Headers["x-token"].ToString(), body.ToArray()));
        if (IsSilent)
            await _over.Task.WaitAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Response.StatusCode = Status;
    }

    internal sealed record Request(string? ContentType, string Token, byte[] Body)
    {
        /// <summary>Whether a text is in the protobuf, which carries text as it is.</summary>
        public bool Holds(string text) => Body.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;
    }
}
