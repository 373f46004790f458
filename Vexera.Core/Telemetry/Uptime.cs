using Microsoft.Extensions.Hosting;

namespace Vexera.Core.Telemetry;

/// <summary>When the bot started. A hosted service, so that it is made at start and not when first asked.</summary>
/// <param name="time">The clock.</param>
internal sealed class Uptime(TimeProvider time) : IHostedService
{
    /// <summary>When the bot started.</summary>
    public DateTimeOffset StartedAt { get; } = time.GetUtcNow();

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
