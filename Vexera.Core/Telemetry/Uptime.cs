using Microsoft.Extensions.Hosting;

namespace Vexera.Core.Telemetry;

/// <summary>When the bot started. A hosted service, so that it is made at start and not when first asked.</summary>
/// <param name="time">The clock.</param>
internal sealed class Uptime(TimeProvider time) : IHostedService
{
    private readonly long _began = time.GetTimestamp();

    /// <summary>When the bot started.</summary>
    public DateTimeOffset StartedAt { get; } = time.GetUtcNow();

    /// <summary>For how long it has run, however the machine's clock was set meanwhile.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_began);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
