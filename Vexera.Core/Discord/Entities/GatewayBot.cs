namespace Vexera.Core.Discord.Entities;

/// <summary>What GET /gateway/bot answers. Source: https://discord.com/developers/docs/events/gateway#get-gateway-bot.</summary>
public sealed record GatewayBot
{
    /// <summary>Where to connect, without the query.</summary>
    public required Uri Url { get; init; }

    /// <summary>How many shards Discord recommends, at least 1.</summary>
    public required int Shards { get; init; }

    /// <summary>The day's budget of IDENTIFYs.</summary>
    public required SessionStartLimit SessionStartLimit { get; init; }
}

/// <summary>The day's budget of IDENTIFYs. Source: https://discord.com/developers/docs/events/gateway#session-start-limit-object.</summary>
public sealed record SessionStartLimit
{
    /// <summary>The whole budget, at least 1000 for real bots.</summary>
    public required int Total { get; init; }

    /// <summary>What is left of it.</summary>
    public required int Remaining { get; init; }

    /// <summary>Milliseconds until it is full again.</summary>
    public required long ResetAfter { get; init; }

    /// <summary>How many shards may IDENTIFY in each 5 seconds, one for each bucket.</summary>
    public required int MaxConcurrency { get; init; }
}
