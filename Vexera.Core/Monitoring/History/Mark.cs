namespace Vexera.Core.Monitoring.History;

/// <summary>What a mark on the time axis says.</summary>
internal enum MarkKind
{
    /// <summary>The process started; the text is its version.</summary>
    Start,

    /// <summary>The process started with another version than before; the text is the new one.</summary>
    Deploy,

    /// <summary>An incident was opened; the text is its title.</summary>
    Incident,

    /// <summary>An incident was resolved; the text is its title.</summary>
    Resolved,
}

/// <summary>A mark on the time axis.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Text">A few words, at most 200 characters.</param>
internal sealed record Mark(DateTimeOffset At, MarkKind Kind, string Text);
