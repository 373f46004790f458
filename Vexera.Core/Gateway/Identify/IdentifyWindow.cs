namespace Vexera.Core.Gateway.Identify;

/// <summary>
/// How long a bucket stays closed after an IDENTIFY.
/// Source: https://discord.com/developers/docs/events/gateway#sharding-max-concurrency.
/// </summary>
internal static class IdentifyWindow
{
    /// <summary>Discord's five seconds, which it counts by arrivals: the margin keeps two apart that the network brings closer together.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMilliseconds(5_100);
}
