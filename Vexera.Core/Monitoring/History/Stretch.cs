using Vexera.Core.Monitoring.Sampling;

namespace Vexera.Core.Monitoring.History;

/// <summary>
/// A stretch of time as two samples: of each figure its least and its greatest value, in the order they came. So a spike stays
/// whole, up or down, and a curve that rises goes on rising, however often stretches are put together. Not thread safe.
/// </summary>
internal sealed class Stretch
{
    private readonly double[] _least = new double[SampleFigures.Count];
    private readonly double[] _greatest = new double[SampleFigures.Count];
    private readonly bool[] _greatestIsLater = new bool[SampleFigures.Count];
    private DateTimeOffset _from;
    private DateTimeOffset _to;
    private int _count;

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>Its samples by time: none, one where only one was added, else two.</summary>
    public IReadOnlyList<Sample> Samples => _count switch
    {
        0 => [],
        1 => [Make(_from, isFirst: true)],
        _ => [Make(_from, isFirst: true), Make(_to, isFirst: false)],
    };

    /// <summary>Adds a sample, newer than those before.</summary>
    public void Add(Sample sample)
    {
        var figures = SampleFigures.Of(sample);
        if (_count++ == 0)
        {
            _from = sample.At;
            figures.CopyTo(_least, 0);
            figures.CopyTo(_greatest, 0);
        }

        _to = sample.At;
        for (var i = 0; i < figures.Length; i++)
        {
            if (figures[i] > _greatest[i])
                (_greatest[i], _greatestIsLater[i]) = (figures[i], true);
            if (figures[i] < _least[i])
                (_least[i], _greatestIsLater[i]) = (figures[i], false);
        }
    }

    private Sample Make(DateTimeOffset at, bool isFirst)
    {
        var figures = new double[SampleFigures.Count];
        for (var i = 0; i < figures.Length; i++)
            figures[i] = _greatestIsLater[i] == isFirst ? _least[i] : _greatest[i];
        return SampleFigures.Sample(at, figures);
    }
}
