namespace Vexera.Core.Telemetry.Reading;

/// <summary>One instrument, to be read.</summary>
internal interface IReadInstrument : IDisposable
{
    /// <summary>What it is.</summary>
    MeterInstrument About { get; }

    /// <summary>Its series at this moment.</summary>
    IReadOnlyList<MeterSeries> Read();
}
