namespace Vexera.Host.Telemetry;

/// <summary>Section <c>Telemetry:Prometheus</c>: the meters for Prometheus to fetch, at <c>/metrics</c> of the dashboard's server.</summary>
public sealed class PrometheusOptions
{
    /// <summary>The section's path.</summary>
    public const string Section = "Telemetry:Prometheus";

    /// <summary>Whether /metrics is served. The dashboard must be enabled too. Off unless set. Read at start.</summary>
    public bool Enabled { get; set; }
}
