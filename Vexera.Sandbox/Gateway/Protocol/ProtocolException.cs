namespace Vexera.Sandbox.Gateway.Protocol;

/// <summary>A client broke a rule that ends its connection.</summary>
/// <param name="close">The close code.</param>
/// <param name="rule">The rule's short name.</param>
/// <param name="detail">What was seen and what is allowed.</param>
internal sealed class ProtocolException(GatewayClose close, string rule, string detail) : Exception(detail)
{
    public GatewayClose Close { get; } = close;
    public string Rule { get; } = rule;

    /// <summary>What Discord says with the close code.</summary>
    public string Reason => Close switch
    {
        GatewayClose.UnknownOpcode => "Unknown opcode.",
        GatewayClose.DecodeError => "Error while decoding payload.",
        GatewayClose.NotAuthenticated => "Not authenticated.",
        GatewayClose.AuthenticationFailed => "Authentication failed.",
        GatewayClose.AlreadyAuthenticated => "Already authenticated.",
        GatewayClose.InvalidSequence => "Invalid seq.",
        GatewayClose.RateLimited => "Rate limited.",
        GatewayClose.SessionTimedOut => "Session timed out.",
        GatewayClose.InvalidShard => "Invalid shard.",
        GatewayClose.ShardingRequired => "Sharding required.",
        GatewayClose.InvalidVersion => "Invalid API version.",
        GatewayClose.InvalidIntents => "Invalid intent(s).",
        GatewayClose.DisallowedIntents => "Disallowed intent(s).",
        _ => "Unknown error.",
    };
}
