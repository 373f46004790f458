using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Gateway.Identify;

/// <summary>
/// The day's budget of IDENTIFYs; using it up makes Discord reset the token.
/// Source: https://discord.com/developers/docs/events/gateway#session-start-limit-object.
/// </summary>
internal interface ISessionBudget
{
    /// <summary>Takes what Discord said last.</summary>
    void Renew(SessionStartLimit limit);

    /// <summary>Takes one IDENTIFY, waiting for the next day when only the reserve is left.</summary>
    ValueTask TakeAsync(CancellationToken cancellationToken);

    /// <summary>Gives back one that was taken and not sent.</summary>
    void GiveBack();
}
