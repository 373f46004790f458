namespace Vexera.Host.Drills.Reporting;

/// <summary>What a benchmark found.</summary>
/// <param name="name">The benchmark's name.</param>
internal sealed class Report(string name)
{
    private readonly List<FigureSet> _sets = [];
    private readonly List<Promise> _promises = [];

    /// <summary>The benchmark's name.</summary>
    public string Name { get; } = name;

    /// <summary>The figures, in the order in which they were added.</summary>
    public IReadOnlyList<FigureSet> Sets => _sets;

    /// <summary>The promises, in the order in which they were added.</summary>
    public IReadOnlyList<Promise> Promises => _promises;

    /// <summary>Whether every promise is kept.</summary>
    public bool IsKept => _promises.TrueForAll(promise => promise.Kept);

    /// <summary>Begins a column of the table.</summary>
    /// <param name="title">Its title; the set's name in JSON.</param>
    public FigureSet AddSet(string title)
    {
        var set = new FigureSet(title);
        _sets.Add(set);
        return set;
    }

    /// <summary>Says whether a promise is kept.</summary>
    public void Add(Promise promise) => _promises.Add(promise);
}
