namespace Vexera.Host.Drills.Scenarios.Files;

/// <summary>A scenario file that cannot be used.</summary>
/// <param name="errors">All that is wrong, a line each: where it stands, what it is, what is allowed.</param>
internal sealed class ScenarioFileException(IReadOnlyList<string> errors) : Exception(string.Join(Environment.NewLine, errors))
{
    /// <summary>All that is wrong, a line each.</summary>
    public IReadOnlyList<string> Errors { get; } = errors;
}
