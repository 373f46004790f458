namespace Vexera.Core.State.Sessions;

/// <summary>Keeps who the bot is over a restart.</summary>
internal interface ISelfStore
{
    /// <summary>What was saved last; null when nothing was, or it cannot be read any more.</summary>
    /// <exception cref="Storage.StorageException">The database cannot be used.</exception>
    Task<SelfSnapshot?> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Saves who the bot is now.</summary>
    /// <exception cref="Storage.StorageException">Nothing was saved.</exception>
    Task SaveAsync(SelfSnapshot self, CancellationToken cancellationToken);
}
