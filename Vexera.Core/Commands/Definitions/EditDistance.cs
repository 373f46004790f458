namespace Vexera.Core.Commands.Definitions;

/// <summary>How far two words are apart: letters missing, added, changed, or two neighbours swapped.</summary>
internal static class EditDistance
{
    /// <summary>The number of such slips, upper and lower case being the same. For short words: time and memory are their product.</summary>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var distances = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            distances[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            distances[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var changed = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                var distance = Math.Min(
                    Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1,
                    distances[i - 1, j - 1] + changed);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                    distance = Math.Min(distance, distances[i - 2, j - 2] + 1);
                distances[i, j] = distance;
            }
        }

        return distances[left.Length, right.Length];
    }

    /// <summary>The one name that is nearly <paramref name="typed"/>: one slip in a short word, two in others; null when none is, or several equally.</summary>
    public static string? Nearest(string typed, IEnumerable<string> names) => Nearest(typed, names.Select(name => (name, name)));

    /// <summary>What the one name that is nearly <paramref name="typed"/> stands for; several names may stand for the same.</summary>
    /// <typeparam name="T">What names stand for.</typeparam>
    public static T? Nearest<T>(string typed, IEnumerable<(string Name, T Meant)> names)
        where T : class
    {
        if (typed.Length is < 2 or > CommandNames.Longest)
            return null;
        T? nearest = null;
        var (best, tied) = (typed.Length < 5 ? 2 : 3, false);
        foreach (var (name, meant) in names)
        {
            var distance = Between(typed, name);
            if (distance > best || (distance == best && (nearest is null || Equals(nearest, meant))))
                continue;
            (tied, best, nearest) = (distance == best, distance, meant);
        }

        return tied ? null : nearest;
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
