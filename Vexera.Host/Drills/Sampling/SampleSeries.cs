namespace Vexera.Host.Drills.Sampling;

/// <summary>Samples in order, of which there are never too many: when it is full every second one is dropped, and they shall come half as often.</summary>
/// <param name="interval">How often they come at first.</param>
internal sealed class SampleSeries(TimeSpan interval)
{
    /// <summary>How many are kept: those of an hour at two a second.</summary>
    public const int Most = 7_200;

    private readonly List<DrillSample> _samples = [];

    /// <summary>How often they shall come from now on.</summary>
    public TimeSpan Interval { get; private set; } = interval;

    /// <summary>What is there.</summary>
    public IReadOnlyList<DrillSample> Samples
    {
        get
        {
            lock (_samples)
                return [.. _samples];
        }
    }

    /// <summary>The latest; null before the first.</summary>
    public DrillSample? Latest
    {
        get
        {
            lock (_samples)
                return _samples.LastOrDefault();
        }
    }

    /// <summary>Adds one.</summary>
    public void Add(DrillSample sample)
    {
        lock (_samples)
        {
            _samples.Add(sample);
            if (_samples.Count < Most)
                return;
            var kept = _samples.Where((_, index) => index % 2 == 1).ToList();
            _samples.Clear();
            _samples.AddRange(kept);
            Interval *= 2;
        }
    }
}
