namespace Vexera.Core.Monitoring.Sampling;

/// <summary>The samples of the last day and more, those of earlier processes included. Safe to use from anywhere.</summary>
internal interface ISampleHistory
{
    /// <summary>
    /// Samples by time. Where there are more than <paramref name="most"/>, or where only minutes are kept, two neighbours stand for
    /// a stretch of time: each figure's least and greatest value in it, in the order they came, so that no spike is lost.
    /// </summary>
    /// <param name="from">The first instant that matters.</param>
    /// <param name="most">How many to give at most, from 2.</param>
    IReadOnlyList<Sample> Since(DateTimeOffset from, int most);

    /// <summary>Raised with each new sample, on the sampler's loop. Handlers return at once; what they throw is logged.</summary>
    event Action<Sample>? Sampled;
}
