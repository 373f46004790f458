namespace Vexera.Core.Gateway.Fleet.Resharding;

/// <summary>
/// Makes one stream of two fleets' streams while they run beside each other: at first the old fleet's, and from the takeover on the
/// new fleet's, without a gap and with no event twice.
/// </summary>
internal interface IFleetMerge
{
    /// <summary>Takes what the old fleet receives; after the takeover it takes nothing any more.</summary>
    IDispatchSink Old { get; }

    /// <summary>Takes what the new fleet receives.</summary>
    IDispatchSink New { get; }

    /// <summary>How many guilds the new fleet's READYs listed and were not sent yet, those in an outage included.</summary>
    int Awaited { get; }

    /// <summary>
    /// How long until the streams may be alike; negative when that was in the past. Begins anew when a shard of either side begins
    /// a session.
    /// </summary>
    TimeSpan SettlesIn { get; }

    /// <summary>
    /// Makes the new fleet's stream the one that counts, at one place in each guild's events, if both streams are alike. When they
    /// are not (too early, a guild is missing, the old fleet is behind) nothing changes, and it may be tried again.
    /// </summary>
    /// <param name="isReady">Whether all shards of both fleets are ready: asked in the moment of the takeover.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>Whether the new fleet leads.</returns>
    Task<bool> TryTakeOverAsync(Func<bool> isReady, CancellationToken cancellationToken);
}

/// <summary>Makes a merge for each reshard.</summary>
internal interface IFleetMergeFactory
{
    /// <summary>A merge of two fleets that hands events on to <paramref name="next"/>.</summary>
    IFleetMerge Create(IDispatchSink next);
}
