namespace Vexera.Sandbox.Gateway;

/// <summary>What GET /gateway and GET /gateway/bot tell.</summary>
internal interface IGatewayDirectory
{
    /// <summary>For a bot. <see href="https://discord.com/developers/docs/events/gateway#get-gateway-bot"/></summary>
    /// <param name="applicationId">The bot.</param>
    /// <param name="host">Host and port that the client used, such as 127.0.0.1:5090.</param>
    GatewayBot For(ulong applicationId, string host);

    /// <summary>The gateway's address for a client that came by this host and port.</summary>
    Uri AddressAt(string host);

    /// <summary>Where a session of such a client is to be resumed.</summary>
    Uri ResumeAddressAt(string host);
}

/// <param name="Url">The gateway's address.</param>
/// <param name="Shards">The recommended number of shards.</param>
/// <param name="Limit">The day's budget.</param>
internal sealed record GatewayBot(Uri Url, int Shards, SessionStartLimit Limit);

/// <summary><see href="https://discord.com/developers/docs/events/gateway#session-start-limit-object"/></summary>
internal sealed record SessionStartLimit(int Total, int Remaining, TimeSpan ResetAfter, int MaxConcurrency);
