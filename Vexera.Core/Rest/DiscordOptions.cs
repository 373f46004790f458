namespace Vexera.Core.Rest;

/// <summary>Section <c>Discord</c>: how to reach Discord, and how patiently.</summary>
public sealed class DiscordOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Discord";

    /// <summary>What to tell an operator who gave no token. One line.</summary>
    public const string TokenMissing =
        "Discord:Token is missing. Take a bot token from https://discord.com/developers/applications and put it in appsettings.json, "
        + "user secrets or the environment variable DISCORD_TOKEN; or try Vexera without one: vexera sandbox";

    /// <summary>
    /// The bot's token, a secret: never print it, take <see cref="Vexera.Core.Discord.BotToken"/> from the services instead.
    /// One word of printable ASCII, with or without a leading <c>Bot </c>. Required.
    /// </summary>
    [TokenText]
    public string? Token { get; set; }

    /// <summary>
    /// Where Discord's HTTP API is: an absolute http or https address whose path ends in <c>/v10</c>, the only version spoken here;
    /// a trailing slash changes nothing. Change it for a proxy or the sandbox.
    /// </summary>
    [ApiBaseUrl]
    public string ApiBaseUrl { get; set; } = "https://discord.com/api/v10";

    /// <summary>Requests a second over all routes, 1 to 10,000. Discord allows 50 unless it agreed to more.</summary>
    [Allowed(1, 10_000)]
    public int GlobalLimit { get; set; } = 50;

    /// <summary>How long one attempt may take, from 1 second to 5 minutes.</summary>
    [AllowedTime("00:00:01", "00:05:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a request may wait for rate limits, all attempts together, from 1 second to 1 hour.</summary>
    [AllowedTime("00:00:01", "01:00:00")]
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often a request that is safe to repeat is sent in all when Discord fails, 1 to 10.</summary>
    [Allowed(1, 10)]
    public int MaxAttempts { get; set; } = 4;

    /// <summary>
    /// How many invalid requests (401, 403, 429) in 10 minutes stop everything but the essential, 10 to 9,000.
    /// At 10,000 Discord bans the address.
    /// </summary>
    [Allowed(10, 9_000)]
    public int InvalidRequestThreshold { get; set; } = 5_000;

    /// <summary><see cref="ApiBaseUrl"/> without a trailing slash.</summary>
    internal string BaseAddress => ApiBaseUrl.TrimEnd('/');
}
