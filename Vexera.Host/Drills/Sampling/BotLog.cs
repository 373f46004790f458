using System.Globalization;
using System.Text.RegularExpressions;

namespace Vexera.Host.Drills.Sampling;

/// <summary>The log files of a bot, of all its processes together.</summary>
internal sealed partial class BotLog
{
    // The drill's own questions.
    private const string OwnQuestions = "The command line asked for";
    private const string DateFormat = "yyyy-MM-dd HH:mm:ss.ffff";
    private List<(DateTimeOffset At, string Line)> _lines = [];

    private BotLog()
    {
    }

    /// <summary>Reads what is there so far.</summary>
    /// <param name="folder">The bot's working directory.</param>
    public static BotLog Read(string folder)
    {
        var logs = Path.Combine(folder, "logs");
        string[] files = Directory.Exists(logs) ? Directory.GetFiles(logs, "*.log") : [];
        return Of(files.Select(Lines));
    }

    /// <summary>The log that these files make.</summary>
    /// <param name="files">The lines of each.</param>
    public static BotLog Of(IEnumerable<IEnumerable<string>> files)
    {
        var log = new BotLog();
        foreach (var lines in files)
            log.Add(lines);
        // Keeps the order of lines of the same instant, unlike a sort in place.
        log._lines = [.. log._lines.OrderBy(line => line.At)];
        return log;
    }

    /// <summary>Where the dashboard of the process that runs listens, as far as it has said; null when it has not.</summary>
    public Uri? Dashboard => _lines.Select(line => DashboardIn().Match(line.Line)).LastOrDefault(match => match.Success) is { } found
        ? new Uri(found.Groups[1].Value)
        : null;

    /// <summary>The lines around an instant: the last few before it and the first few from it on.</summary>
    public IReadOnlyList<string> Around(DateTimeOffset instant, int before = 4, int after = 6) =>
    [
        .. _lines.Where(line => line.At < instant).TakeLast(before).Select(line => line.Line),
        .. _lines.Where(line => line.At >= instant).Take(after).Select(line => line.Line),
    ];

    private static IEnumerable<string> Lines(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    // A line without a time of its own goes on with the one before it.
    private void Add(IEnumerable<string> lines)
    {
        var at = DateTimeOffset.MinValue;
        foreach (var line in lines)
        {
            if (line.Length >= DateFormat.Length && DateTimeOffset.TryParseExact(
                line.AsSpan(0, DateFormat.Length), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var own))
                at = own;
            if (!line.Contains(OwnQuestions, StringComparison.Ordinal))
                _lines.Add((at, line));
        }
    }

    [GeneratedRegex(@"The dashboard is at (http://\S+)")]
    private static partial Regex DashboardIn();
}
