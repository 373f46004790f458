namespace Vexera.Core.Telemetry.Reading;

/// <summary>
/// The values of this process's instruments, read within the process: the meter <see cref="VexeraMetrics.MeterName"/> and
/// .NET's own <c>System.Runtime</c>. Reading never holds up who records.
/// </summary>
internal interface IMeterValues
{
    /// <summary>What there is to read, in no particular order.</summary>
    IReadOnlyCollection<MeterInstrument> Instruments { get; }

    /// <summary>Reads one instrument, cumulative since the start of the process.</summary>
    /// <param name="instrument">Its name, such as <c>vexera.dns.queries</c>.</param>
    /// <returns>
    /// One series for each set of tags that was recorded; empty for an instrument that does not exist or has recorded nothing.
    /// At most 1,000; what comes after is in one series with the tag <c>otel.metric.overflow</c>.
    /// </returns>
    IReadOnlyList<MeterSeries> Read(string instrument);
}
