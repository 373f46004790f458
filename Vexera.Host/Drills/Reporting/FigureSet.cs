namespace Vexera.Host.Drills.Reporting;

/// <summary>Figures of one thing measured: a column of the table.</summary>
/// <param name="title">What was measured.</param>
internal sealed class FigureSet(string title)
{
    private readonly List<Figure> _figures = [];

    /// <summary>What was measured.</summary>
    public string Title { get; } = title;

    /// <summary>The figures, in the order in which they were added.</summary>
    public IReadOnlyList<Figure> Figures => _figures;

    /// <summary>Adds a figure.</summary>
    /// <param name="name">Its name, unit included, such as <c>idle memory, MB</c>.</param>
    /// <param name="value">Its value.</param>
    public FigureSet Add(string name, double value)
    {
        _figures.Add(new Figure(name, value));
        return this;
    }
}

/// <summary>One number.</summary>
/// <param name="Name">Its name, unit included.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct Figure(string Name, double Value);
