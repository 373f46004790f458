using System.Diagnostics.Metrics;

namespace Vexera.Core.Telemetry.Instruments;

/// <summary>A gauge whose value somebody else knows, and is asked for when somebody reads.</summary>
/// <typeparam name="T">A number.</typeparam>
internal sealed class ObservedValue<T>
    where T : struct
{
    private Func<T>? _source;

    /// <param name="meter">Where the instrument is published.</param>
    /// <param name="name">The instrument's name.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="description">What it tells.</param>
    public ObservedValue(Meter meter, string name, string unit, string description) =>
        meter.CreateObservableGauge(name, Observe, unit, description);

    /// <summary>Tells the value, quickly and on any thread. Nothing is told before it is set.</summary>
    public Func<T> Source
    {
        set => Volatile.Write(ref _source, value);
    }

    private IEnumerable<Measurement<T>> Observe() => Volatile.Read(ref _source) is { } source ? [new Measurement<T>(source())] : [];
}
