using System.Diagnostics.Metrics;

namespace Vexera.Core.Telemetry.Instruments;

/// <summary>An instrument whose value somebody else knows, and is asked for when somebody reads.</summary>
/// <typeparam name="T">A number.</typeparam>
internal sealed class ObservedValue<T>
    where T : struct
{
    private Func<IEnumerable<Measurement<T>>>? _source;

    /// <summary>The value. Asked quickly and on any thread; nothing is told before it is set, and the last one set counts.</summary>
    public Func<T> Source
    {
        set => SeriesSource = () => [new Measurement<T>(value())];
    }

    /// <summary>The values where there are several, each with its tags.</summary>
    public Func<IEnumerable<Measurement<T>>> SeriesSource
    {
        set => Volatile.Write(ref _source, value);
    }

    /// <summary>A value of the moment.</summary>
    /// <param name="meter">Where the instrument is published.</param>
    /// <param name="name">The instrument's name.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="description">What it tells.</param>
    public static ObservedValue<T> Gauge(Meter meter, string name, string unit, string description)
    {
        var value = new ObservedValue<T>();
        meter.CreateObservableGauge(name, value.Observe, unit, description);
        return value;
    }

    /// <summary>A total that only grows.</summary>
    /// <inheritdoc cref="Gauge"/>
    public static ObservedValue<T> Counter(Meter meter, string name, string unit, string description)
    {
        var value = new ObservedValue<T>();
        meter.CreateObservableCounter(name, value.Observe, unit, description);
        return value;
    }

    private IEnumerable<Measurement<T>> Observe() => Volatile.Read(ref _source)?.Invoke() ?? [];
}
