using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Gateway.Identify;

/// <summary>
/// The day's budget of IDENTIFYs; using it up makes Discord reset the token.
/// Source: https://discord.com/developers/docs/events/gateway#session-start-limit-object.
/// </summary>
internal interface ISessionBudget
{
    /// <summary>When the wait for the next day ends, in UTC; null while nobody waits for it.</summary>
    DateTimeOffset? RenewsAt { get; }

    /// <summary>How many may be taken before the fleet has to wait: what the day has left less the reserve, from 0.</summary>
    int Available { get; }

    /// <summary>
    /// How long from now, less than zero for ago, an earlier process may have sent its last IDENTIFY; null when none is on
    /// record. Known once <see cref="RenewAsync"/> has completed.
    /// </summary>
    TimeSpan? SentBefore { get; }

    /// <summary>Takes what Discord said last. Of its count and our own the one that leaves less is believed.</summary>
    ValueTask RenewAsync(SessionStartLimit limit, CancellationToken cancellationToken);

    /// <summary>Takes one IDENTIFY, on record before this completes; waits for the next day when only the reserve is left.</summary>
    ValueTask TakeAsync(CancellationToken cancellationToken);

    /// <summary>Gives back one that was taken and not sent.</summary>
    void GiveBack();

    /// <summary>One that was taken was sent just now.</summary>
    void Sent();
}
