using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vexera.Core.State.Durable;

namespace Vexera.Core.State.Sessions;

/// <summary>
/// Takes up what an earlier process left: who the bot is, which guilds it is in, and the sessions. Runs before any hosted service
/// starts, after the database is ready.
/// </summary>
internal sealed class StateStartup(
    IStateStore store, ISelfStore selfStore, GuildStateStore guilds, SelfState self, StateJournal journal, ILogger<StateStartup> logger)
    : IHostedLifecycleService
{
    /// <inheritdoc/>
    /// <exception cref="Storage.StorageException">The database cannot be used.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var saved = await store.LoadAsync(cancellationToken);
        guilds.Restore(saved.Guilds);
        // A session that is resumed does not tell who the bot is.
        if (await selfStore.LoadAsync(cancellationToken) is { } known)
        {
            self.Restore(known);
            RestoreSessions(saved.Sessions);
        }

        if (saved.Guilds.Count > 0 || saved.Sessions.Count > 0)
            StateLog.Restored(logger, saved.Guilds.Count, journal.Restored.Count);
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

    private void RestoreSessions(IReadOnlyList<SavedSession> sessions)
    {
        try
        {
            journal.Restore(sessions);
        }
        catch (InvalidDataException unreadable)
        {
            StateLog.SessionsUnusable(logger, unreadable.Message);
        }
    }
}
