using Vexera.Host.Drills.Staging;

namespace Vexera.Host.Drills.Scenarios;

/// <summary>A moment of a scenario, and what happens at it: the verbs in <c>Verbs/</c> add steps.</summary>
/// <param name="time">By the scenario's clock, for people.</param>
/// <param name="clock">The same as a time of day.</param>
internal sealed class Moment(string time, TimeSpan clock)
{
    private readonly List<Step> _steps = [];

    /// <summary>By the scenario's clock, for people.</summary>
    public string Time { get; } = time;

    /// <summary>The same as a time of day.</summary>
    public TimeSpan Clock { get; } = clock;

    /// <summary>What happens, one after the other.</summary>
    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>Adds a step.</summary>
    /// <param name="text">What happens, for people: the mark in the graphs.</param>
    /// <param name="act">Does it.</param>
    public Moment Do(string text, Func<Drill, CancellationToken, Task> act)
    {
        _steps.Add(new Step(text, act));
        return this;
    }
}

/// <summary>Something that happens.</summary>
/// <param name="Text">What, for people.</param>
/// <param name="ActAsync">Does it.</param>
internal sealed record Step(string Text, Func<Drill, CancellationToken, Task> ActAsync);
