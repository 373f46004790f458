namespace Vexera.Host.Dashboard.Logs;

/// <summary>One line of the log.</summary>
/// <param name="Number">Counts all lines of the process, from 1.</param>
/// <param name="At">When it was written.</param>
/// <param name="Level">How grave it is.</param>
/// <param name="EventId">The number of its kind; 0 for none.</param>
/// <param name="Source">Who wrote it: the last part of the logger's name.</param>
/// <param name="Text">What it says.</param>
public sealed record LogLine(long Number, DateTimeOffset At, LogLevel Level, int EventId, string Source, string Text);
