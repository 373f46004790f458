using System.ComponentModel.DataAnnotations;

namespace Vexera.Core.Rest;

/// <summary>Section <c>Rest</c>: how patiently and how fast requests go to Discord's HTTP API.</summary>
public sealed class RestOptions
{
    /// <summary>The section's path.</summary>
    public const string Section = "Rest";

    /// <summary>
    /// Requests a second over all routes. Discord allows every bot 50 and the largest ones more, by agreement.
    /// 1 to 10000, 50 unless set. Read at start.
    /// </summary>
    [Range(1, 10_000)]
    public int GlobalLimit { get; set; } = 50;

    /// <summary>
    /// How much of GlobalLimit may go to requests that nobody waits for, such as the ends of bans, in percent; what is left answers
    /// commands at once, however much is due. 1 to 100, 80 unless set. Read at start.
    /// </summary>
    [Range(1, 100)]
    public int BackgroundShare { get; set; } = 80;

    /// <summary>
    /// How long one attempt may take, from sending to the end of the answer. 1 second to 5 minutes, 15 seconds unless set.
    /// Read at start.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long a request may wait for Discord's rate limits, all its attempts together; then it fails and says so.
    /// 1 second to 1 hour, 1 minute unless set. Read at start.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How often a request that is safe to repeat is sent in all when Discord or the network fails.
    /// 1 to 10, 4 unless set. Read at start.
    /// </summary>
    [Range(1, 10)]
    public int MaxAttempts { get; set; } = 4;

    /// <summary>
    /// How many invalid requests (401, 403 and most 429) within 10 minutes stop all requests but the essential ones. At 10000
    /// Discord bans the address. 10 to 9000, 5000 unless set. Read at start.
    /// </summary>
    [Range(10, 9_000)]
    public int InvalidRequestThreshold { get; set; } = 5_000;
}
