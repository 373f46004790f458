using Vexera.Core.Discord;

namespace Vexera.Host.Dashboard.Logs;

/// <summary>The last lines of the log, in memory: as many as there are places, and no line longer than a limit.</summary>
internal sealed class LogRing
{
    /// <summary>How many lines are kept.</summary>
    public const int Capacity = 1_000;

    /// <summary>How many characters of a line are kept.</summary>
    public const int LongestLine = 4_000;

    private readonly Lock _access = new();
    private readonly LogLine?[] _lines = new LogLine?[Capacity];
    private long _count;

    /// <summary>How many lines were written so far.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Writes a line.</summary>
    public void Add(DateTimeOffset at, LogLevel level, int eventId, string source, string text)
    {
        lock (_access)
        {
            var number = _count + 1;
            _lines[(int)(_count % Capacity)] = new LogLine(number, at, level, eventId, source, ShortText.Shorten(text, LongestLine + 1));
            Interlocked.Exchange(ref _count, number);
        }
    }

    /// <summary>The newest lines that match, oldest first.</summary>
    /// <param name="least">From which level on.</param>
    /// <param name="text">What stands in the line, in any case; empty for anything. A number finds the lines of an event id too.</param>
    /// <param name="most">How many to give at most.</param>
    public IReadOnlyList<LogLine> Find(LogLevel least, string text, int most)
    {
        var found = new List<LogLine>();
        lock (_access)
        {
            for (var number = _count; number > Math.Max(0, _count - Capacity) && found.Count < most; number--)
            {
                var line = _lines[(int)((number - 1) % Capacity)]!;
                if (line.Level >= least && Matches(line, text))
                    found.Add(line);
            }
        }

        found.Reverse();
        return found;
    }

    private static bool Matches(LogLine line, string text) =>
        text.Length == 0
        || line.Text.Contains(text, StringComparison.OrdinalIgnoreCase)
        || line.Source.Contains(text, StringComparison.OrdinalIgnoreCase)
        || (int.TryParse(text, out var id) && id == line.EventId);
}
