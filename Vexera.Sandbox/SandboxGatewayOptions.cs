namespace Vexera.Sandbox;

/// <summary>The gateway's rules; what is not said otherwise is as on Discord.</summary>
public sealed record SandboxGatewayOptions
{
    /// <summary>What HELLO asks for; a client that is silent for almost two intervals is closed with 4009.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromSeconds(41.25);

    /// <summary>Events that a session keeps for a RESUME, and that may wait for a slow client, besides its first GUILD_CREATEs.</summary>
    public int ReplayEvents { get; init; } = 20_000;

    /// <summary>How long a session keeps sent events for a RESUME.</summary>
    public TimeSpan ReplayAge { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a session lives without a connection.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>The time within which a bucket may identify once.</summary>
    public TimeSpan IdentifyWindow { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>IDENTIFYs in a day; null for Discord's rule, max(2000, guilds / 1000 × 5), at least 1,000.</summary>
    public int? SessionStartTotal { get; init; }

    /// <summary>Guilds that one session may have before sharding is required.</summary>
    public int MostGuildsPerSession { get; init; } = 2_500;

    /// <summary>Sends that a client may make in 60 seconds.</summary>
    public int SendLimit { get; init; } = 120;
}
