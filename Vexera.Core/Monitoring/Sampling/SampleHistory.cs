namespace Vexera.Core.Monitoring.Sampling;

/// <summary>The samples of the last hour, in memory.</summary>
internal sealed class SampleHistory : ISampleHistory
{
    private const int Most = 360;

    private readonly Lock _access = new();
    private readonly Queue<Sample> _recent = new(Most);

    /// <inheritdoc/>
    public event Action<Sample>? Sampled;

    /// <summary>Adds a sample, newer than those before.</summary>
    public void Add(Sample sample)
    {
        lock (_access)
        {
            if (_recent.Count == Most)
                _recent.Dequeue();
            _recent.Enqueue(sample);
        }

        Sampled?.Invoke(sample);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Sample> Since(DateTimeOffset from, int most)
    {
        lock (_access)
            return [.. _recent.Where(sample => sample.At >= from).TakeLast(most)];
    }
}
