using Microsoft.Extensions.Hosting;

namespace Vexera.Sandbox.Hosting;

/// <summary>A web server within a program lives as long as its owner says; signals to the process are the owner's to hear.</summary>
public sealed class EmbeddedLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
