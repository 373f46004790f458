namespace Vexera.Core.Telemetry;

/// <summary>How long Discord's HTTP API takes to answer, from sending to the answer's headers; waiting for rate limits is not in it.</summary>
internal interface IRestLatency
{
    /// <summary>The last request's; null before the first.</summary>
    TimeSpan? Last { get; }

    /// <summary>The median of the last 64 requests; null before the first.</summary>
    TimeSpan? Median { get; }
}
