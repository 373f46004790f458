using System.ComponentModel.DataAnnotations;
using Vexera.Core;

namespace Vexera.Host.Telemetry;

/// <summary>Section <c>Telemetry:Otlp</c>: sends the meters to a collector of OpenTelemetry, as protobuf over HTTP.</summary>
public sealed class OtlpOptions
{
    /// <summary>The section's path.</summary>
    public const string Section = "Telemetry:Otlp";

    /// <summary>
    /// The collector's address with its whole path, such as http://collector.example.org:4318/v1/metrics. Nothing, the default,
    /// sends nothing. Read at start.
    /// </summary>
    [RegularExpression(@"https?://\S+", ErrorMessage = "an http or https address with its whole path, such as http://collector.example.org:4318/v1/metrics")]
    public string? Endpoint { get; set; }

    /// <summary>
    /// Headers to send along, as name=value with commas between them; a secret, such as an access token. None unless set. Read at
    /// start.
    /// </summary>
    public Secret? Headers { get; set; }

    /// <summary>How often to send. 1 second to 1 hour, 1 minute unless set. Read at start.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(1);
}
