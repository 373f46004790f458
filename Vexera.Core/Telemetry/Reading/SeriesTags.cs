using System.Globalization;

namespace Vexera.Core.Telemetry.Reading;

/// <summary>Compares sets of tags, whatever their order, and allocates nothing for it.</summary>
internal static class SeriesTags
{
    /// <summary>What everything is recorded under that comes after the last series there may be.</summary>
    public static readonly KeyValuePair<string, object?>[] Overflow = [new("otel.metric.overflow", "true")];

    /// <summary>The same for the same tags in any order.</summary>
    public static uint HashOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var hash = 0u;
        foreach (var (key, value) in tags)
            hash += (uint)HashCode.Combine(key, value);
        return hash;
    }

    /// <summary>Whether two sets hold the same tags.</summary>
    public static bool AreEqual(ReadOnlySpan<KeyValuePair<string, object?>> some, ReadOnlySpan<KeyValuePair<string, object?>> others)
    {
        if (some.Length != others.Length)
            return false;
        foreach (var tag in some)
        {
            if (!Contains(others, tag))
                return false;
        }

        return true;
    }

    /// <summary>The tags for people, in the order of their names.</summary>
    public static KeyValuePair<string, string>[] Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
    [
        .. tags.ToArray()
            .Select(tag => KeyValuePair.Create(tag.Key, Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? ""))
            .OrderBy(tag => tag.Key, StringComparer.Ordinal),
    ];

    private static bool Contains(ReadOnlySpan<KeyValuePair<string, object?>> tags, in KeyValuePair<string, object?> wanted)
    {
        foreach (var (key, value) in tags)
        {
            if (key == wanted.Key && Equals(value, wanted.Value))
                return true;
        }

        return false;
    }
}
