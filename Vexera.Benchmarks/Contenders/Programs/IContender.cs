namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>Somebody who receives.</summary>
internal interface IContender : IAsyncDisposable
{
    /// <summary>Connects all shards; completes when all are ready and every guild has come.</summary>
    /// <returns>When the first shard identified: a timestamp of the system's clock.</returns>
    Task<long> BootAsync();

    /// <summary>Disconnects all shards.</summary>
    Task StopAsync();

    /// <summary>What look-ups have found so far; nothing for one that looks up nothing.</summary>
    LookUps LookUps { get; }

    /// <summary>Empties the cache of guilds, if it has one.</summary>
    void Purge();

    /// <summary>Measures delays; null for one that does not.</summary>
    MessageDelays? Delays { get; }

    /// <summary>Records into the meters; null for one that has none.</summary>
    MeterStorm? Storm { get; }

    /// <summary>What was seen so far.</summary>
    Look Look();
}
