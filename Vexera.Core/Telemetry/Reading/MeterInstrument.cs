namespace Vexera.Core.Telemetry.Reading;

/// <summary>What an instrument's values mean.</summary>
internal enum MeterKind
{
    /// <summary>A total that only grows.</summary>
    Counter,

    /// <summary>The value at this moment.</summary>
    Gauge,

    /// <summary>A distribution of values.</summary>
    Histogram,
}

/// <summary>An instrument that can be read.</summary>
/// <param name="Name">Its name, in OpenTelemetry's manner: <c>vexera.dns.queries</c>.</param>
/// <param name="Kind">What its values mean.</param>
/// <param name="Unit">Its unit in UCUM, such as <c>s</c>, <c>By</c> or <c>{event}</c>; null for none.</param>
internal sealed record MeterInstrument(string Name, MeterKind Kind, string? Unit);
