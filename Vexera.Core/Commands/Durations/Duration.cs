using System.Globalization;
using System.Text;

namespace Vexera.Core.Commands.Durations;

/// <summary>A length of time as people write it: months by the calendar, the rest exact. Always above zero, and at most 1,000 years.</summary>
internal readonly record struct Duration
{
    private const int MostMonths = 12_000;
    private const int DaysOfWeek = 7;
    private static readonly TimeSpan MostTime = TimeSpan.FromDays(365_000);

    private Duration(int months, TimeSpan time) => (Months, Time) = (months, time);

    /// <summary>Whole months by the calendar, 0–12,000.</summary>
    public int Months { get; }

    /// <summary>What comes on top of the months, in whole seconds.</summary>
    public TimeSpan Time { get; }

    /// <summary>
    /// Reads numbers with units: s, m (minutes), h, d, w, mo (calendar months), y; together or with spaces between, in any order
    /// and case. Refused: no unit, an unknown one, signs, fractions, nothing, zero, and more than 1,000 years.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Duration duration)
    {
        duration = default;
        long months = 0, seconds = 0;
        foreach (var range in text.Split(' '))
        {
            if (!TryAdd(text[range], ref months, ref seconds))
                return false;
        }

        if ((months == 0 && seconds == 0) || months > MostMonths || seconds > (long)MostTime.TotalSeconds)
            return false;
        duration = new Duration((int)months, TimeSpan.FromSeconds(seconds));
        return true;
    }

    /// <summary>Whether a word is made of numbers with known units, whatever they add up to.</summary>
    public static bool HasTheShape(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty)
            return false;
        while (!word.IsEmpty)
        {
            if (!TryTake(ref word, out _, out _))
                return false;
        }

        return true;
    }

    /// <summary>The instant this long after <paramref name="start"/>, in UTC; the last day of a month that is too short.</summary>
    public DateTimeOffset After(DateTimeOffset start) => start.ToUniversalTime().AddMonths(Months) + Time;

    /// <summary>The instant this long before <paramref name="end"/>, in UTC; the last day of a month that is too short.</summary>
    public DateTimeOffset Before(DateTimeOffset end) => end.ToUniversalTime().AddMonths(-Months) - Time;

    /// <summary>
    /// A form that reads back the same, in the units that people count in: <c>1y2mo</c>, <c>2w</c>, <c>30d</c>, <c>10d4h5m6s</c>.
    /// Days are weeks only where nothing but whole weeks is left of them.
    /// </summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, Months / 12, "y");
        Append(text, Months % 12, "mo");
        var areWeeks = Time.Days % DaysOfWeek == 0;
        Append(text, areWeeks ? Time.Days / DaysOfWeek : Time.Days, areWeeks ? "w" : "d");
        Append(text, Time.Hours, "h");
        Append(text, Time.Minutes, "m");
        Append(text, Time.Seconds, "s");
        return text.ToString();
    }

    private static void Append(StringBuilder text, int amount, string unit)
    {
        if (amount > 0)
            text.Append(CultureInfo.InvariantCulture, $"{amount}{unit}");
    }

    private static bool TryAdd(ReadOnlySpan<char> word, ref long months, ref long seconds)
    {
        const long plenty = 1_000_000_000_000;
        while (!word.IsEmpty)
        {
            if (!TryTake(ref word, out var amount, out var unit) || amount > plenty)
                return false;
            months += amount * unit.Months;
            seconds += amount * unit.Seconds;
            if (months > plenty || seconds > plenty)
                return false;
        }

        return true;
    }

    private static bool TryTake(ref ReadOnlySpan<char> word, out long amount, out (int Months, int Seconds) unit)
    {
        var digits = word.IndexOfAnyExceptInRange('0', '9');
        (amount, unit) = (0, default);
        if (digits < 1)
            return false;
        if (!long.TryParse(word[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out amount))
            amount = long.MaxValue;
        word = word[digits..];
        var letters = word.IndexOfAnyInRange('0', '9');
        var name = letters < 0 ? word : word[..letters];
        word = word[name.Length..];
        return TryUnit(name, out unit);
    }

    private static bool TryUnit(ReadOnlySpan<char> name, out (int Months, int Seconds) unit)
    {
        unit = name switch
        {
            "s" or "S" => (0, 1),
            "m" or "M" => (0, 60),
            "h" or "H" => (0, 3_600),
            "d" or "D" => (0, 86_400),
            "w" or "W" => (0, 604_800),
            "mo" or "MO" or "Mo" or "mO" => (1, 0),
            "y" or "Y" => (12, 0),
            _ => default,
        };
        return unit != default;
    }
}
