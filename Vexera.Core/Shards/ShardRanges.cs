using System.Globalization;

namespace Vexera.Core.Shards;

/// <summary>Shard numbers in short.</summary>
internal static class ShardRanges
{
    /// <summary>Writes numbers as <c>0-3, 7</c>; a dash for none.</summary>
    /// <param name="shardIds">The numbers in any order.</param>
    /// <param name="most">How many ranges to write at most; an ellipsis stands for the rest.</param>
    public static string Of(IEnumerable<int> shardIds, int most = int.MaxValue)
    {
        int[] sorted = [.. shardIds.Order()];
        var ranges = new List<string>();
        for (int i = 0, next; i < sorted.Length; i = next)
        {
            next = i + 1;
            while (next < sorted.Length && sorted[next] == sorted[next - 1] + 1)
                next++;
            var (first, last) = (sorted[i], sorted[next - 1]);
            ranges.Add(first == last
                ? first.ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{first}-{last}"));
        }

        if (ranges.Count == 0)
            return "–";
        return ranges.Count > most ? string.Join(", ", ranges.Take(most)) + " …" : string.Join(", ", ranges);
    }
}
