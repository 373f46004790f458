using System.ComponentModel.DataAnnotations;

namespace Vexera.Core.Monitoring.Statsd;

/// <summary>Section <c>Telemetry:StatsD</c>: sends the meters to a StatsD server over UDP.</summary>
public sealed class StatsdOptions
{
    /// <summary>The section's path.</summary>
    public const string Section = "Telemetry:StatsD";

    /// <summary>The server's name or address. Nothing, the default, sends nothing. Read at start.</summary>
    [RegularExpression(@"[^\s/@:]+|[0-9A-Fa-f:.]+", ErrorMessage = "a host name or an address, without a scheme and without a port, such as statsd.example.org")]
    public string? Host { get; set; }

    /// <summary>The server's port. 1 to 65535, 8125 unless set. Read at start.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 8_125;

    /// <summary>
    /// What the server understands: StatsD, the default, which has no tags, so that their values become parts of the name; or
    /// DogStatsD, which has. Read at start.
    /// </summary>
    public StatsdDialect Dialect { get; set; } = StatsdDialect.StatsD;

    /// <summary>How often to send. 1 second to 10 minutes, 10 seconds unless set: StatsD's own interval. Read at start.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// What all names begin with, such as <c>bots.</c>: letters, digits, dots, hyphens and underscores, up to 100. Nothing unless
    /// set. Read at start.
    /// </summary>
    [RegularExpression("[A-Za-z0-9._-]{0,100}", ErrorMessage = "up to 100 letters, digits, dots, hyphens and underscores")]
    public string Prefix { get; set; } = "";
}

/// <summary>What a StatsD server understands.</summary>
public enum StatsdDialect
{
    /// <summary>The original: no tags.</summary>
    StatsD,

    /// <summary>Datadog's: tags after a hash sign.</summary>
    DogStatsD,
}
