using Vexera.Core.Monitoring.Sampling;

namespace Vexera.Core.Monitoring.Alerts.Rules;

/// <summary>The samples of this process that rules look at, and where the process stands. Not thread safe.</summary>
internal sealed class SampleWindow
{
    /// <summary>How much is kept, when a sample comes every 10 seconds.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(30);

    private const int Most = 181;

    // Two samples further apart than this, or in the wrong order, do not make one curve: the machine slept, or its clock was set.
    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Progress = TimeSpan.FromMinutes(2);

    private readonly List<Sample> _samples = new(Most + 1);
    private TimeSpan _age;
    private TimeSpan? _ageReady;

    /// <summary>The newest sample.</summary>
    public Sample Latest => _samples[^1];

    /// <summary>Whether the curve begins with the newest sample.</summary>
    public bool IsFresh => _samples.Count == 1;

    /// <summary>
    /// How long all shards have been ready, or once were, for the first time; null before. A start that takes longer than 30
    /// minutes counts as over then.
    /// </summary>
    public TimeSpan? SinceStart => _ageReady is { } ready ? _age - ready : _age > LongestStart ? _age - LongestStart : null;

    /// <summary>Whether the process starts still, and shards became ready in the last two minutes.</summary>
    public bool IsComingUp => _ageReady is null && (_age < Progress || Over(Progress)[0].ShardsReady < Latest.ShardsReady);

    /// <summary>Adds a sample.</summary>
    public void Add(Sample sample)
    {
        if (_samples.Count > 0)
        {
            var step = sample.At - Latest.At;
            if (step <= TimeSpan.Zero || step > Gap)
                _samples.Clear();
            else
                _age += step;
        }

        if (_samples.Count == Most)
            _samples.RemoveAt(0);
        _samples.Add(sample);
        if (_ageReady is null && sample.Shards > 0 && sample.ShardsReady == sample.Shards)
            _ageReady = _age;
    }

    /// <summary>Whether there are samples all along a time up to now.</summary>
    /// <param name="time">Up to <see cref="Length"/>.</param>
    public bool Spans(TimeSpan time) => Latest.At - _samples[0].At >= time;

    /// <summary>The samples of the time up to now, the oldest first; at least the newest one.</summary>
    public ReadOnlySpan<Sample> Over(TimeSpan time)
    {
        var from = Latest.At - time;
        var first = _samples.FindLastIndex(sample => sample.At <= from) + 1;
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_samples)[Math.Min(first, _samples.Count - 1)..];
    }

    /// <summary>The mean of a figure over the time up to now.</summary>
    public double Mean(TimeSpan time, Func<Sample, double> figure) => Sum(time, figure) / Over(time).Length;

    /// <summary>The sum of a figure over the time up to now.</summary>
    public double Sum(TimeSpan time, Func<Sample, double> figure)
    {
        var sum = 0.0;
        foreach (var sample in Over(time))
            sum += figure(sample);
        return sum;
    }
}
