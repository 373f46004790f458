using System.Globalization;

namespace Vexera.Host.Drills.Sampling;

/// <summary>Reads the text that <c>/metrics</c> serves.</summary>
internal static class Prometheus
{
    /// <summary>The sum of all series of a name; null when there is none.</summary>
    /// <param name="text">The page.</param>
    /// <param name="name">Such as <c>vexera_events_received_total</c>.</param>
    public static double? Sum(string text, string name)
    {
        double? sum = null;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!line.StartsWith(name, StringComparison.Ordinal) || line.Length == name.Length || line[name.Length] is not ('{' or ' '))
                continue;
            var rest = line[(line[name.Length] == '{' ? line.LastIndexOf('}') + 1 : name.Length)..].TrimStart();
            var end = rest.IndexOf(' ');
            if (double.TryParse(end < 0 ? rest : rest[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                sum = (sum ?? 0) + value;
        }

        return sum;
    }
}
