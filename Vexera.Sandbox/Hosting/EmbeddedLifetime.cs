using Microsoft.Extensions.Hosting;

namespace Vexera.Sandbox.Hosting;

/// <summary>The simulator lives as long as its owner says; signals to the process are the owner's to hear.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
