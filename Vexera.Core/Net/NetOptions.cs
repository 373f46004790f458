using System.ComponentModel.DataAnnotations;

namespace Vexera.Core.Net;

/// <summary>Section <c>Net</c>: how host names become connections.</summary>
public sealed class NetOptions
{
    /// <summary>The section's path.</summary>
    public const string Section = "Net";

    /// <summary>
    /// The DNS server to ask, as an address with or without a port: <c>192.0.2.53</c>, <c>192.0.2.53:5353</c>,
    /// <c>[2001:db8::53]:5353</c>. Nothing, the default, means the system's resolver. Read at start.
    /// </summary>
    [DnsServer(ErrorMessage = "the address of a DNS server, with or without a port, such as 192.0.2.53 or [2001:db8::53]:5353")]
    public string? DnsServer { get; set; }

    /// <summary>
    /// How long an answer of the resolver is fresh: a name is asked for at most once in this time, whatever the load and
    /// whether the resolver answers or not; only a name without any known address is tried again sooner, see RetryAfter.
    /// 1 second to 1 day, 1 minute unless set. Read at start.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Freshness { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long a connection waits for a slow resolver when an older answer is known; then it takes the older one.
    /// 0 to 1 minute, 250 ms unless set. Read at start.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RefreshPatience { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// How long to wait before asking again for a name that has no known address because the resolver failed; until then
    /// connections to it fail at once. The wait doubles with each failure, up to Freshness.
    /// 100 ms to 1 hour, 5 seconds unless set. Read at start.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long one question may take before it counts as failed; it is not repeated meanwhile. 100 ms to 1 minute, 10 seconds unless set. Read at start.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan QueryTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long one address has to answer before the next is tried beside it (RFC 8305).
    /// 10 ms to 10 seconds, 250 ms unless set. Read at start.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:10", ParseLimitsInInvariantCulture = true)]
    public TimeSpan AttemptDelay { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// How long all addresses of a name together have to accept a connection. 1 second to 2 minutes, 10 seconds unless set.
    /// Read at start.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
