using Microsoft.Extensions.Hosting;

namespace Vexera.Core.Storage;

/// <summary>Makes the database ready before any hosted service starts, so that a refusal stops the bot while it is still silent.</summary>
/// <param name="database">The bot's database.</param>
internal sealed class StorageStartup(IDatabase database) : IHostedLifecycleService
{
    /// <inheritdoc/>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var ready = await database.OpenAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
