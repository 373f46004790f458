using Vexera.Core.Monitoring.Sampling;

namespace Vexera.Core.Monitoring.History;

/// <summary>Fewer samples for the same curve.</summary>
internal static class Thinning
{
    /// <summary>At most so many samples: those there are, or two for each of equally long stretches of time.</summary>
    /// <param name="samples">By time.</param>
    /// <param name="most">From 2.</param>
    public static IReadOnlyList<Sample> To(IReadOnlyList<Sample> samples, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        if (samples.Count <= most)
            return samples;
        var stretches = new Stretch[most / 2];
        var (first, length) = (samples[0].At, samples[^1].At - samples[0].At);
        foreach (var sample in samples)
        {
            var place = length > TimeSpan.Zero ? (int)((sample.At - first) / length * stretches.Length) : 0;
            (stretches[Math.Clamp(place, 0, stretches.Length - 1)] ??= new Stretch()).Add(sample);
        }

        return [.. stretches.Where(stretch => stretch is not null).SelectMany(stretch => stretch.Samples)];
    }
}
