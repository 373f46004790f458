namespace Vexera.Core.Gateway;

/// <summary>Who begins a reshard: going over to another number of shards while the bot works.</summary>
public enum GatewayReshard
{
    /// <summary>The owner, with the command <c>shards reshard</c>. A higher recommendation of Discord's is told in the log.</summary>
    Off,

    /// <summary>Discord's recommendation too, when it is higher than the number of shards there are.</summary>
    Automatic,
}
