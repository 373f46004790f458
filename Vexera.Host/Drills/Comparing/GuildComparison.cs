namespace Vexera.Host.Drills.Comparing;

/// <summary>Holds the guilds on disk to those that there are, one after the other.</summary>
/// <param name="disk">What is on disk.</param>
internal sealed class GuildComparison(GuildsOnDisk disk)
{
    private const int MostDifferences = 20;
    private readonly List<string> _found = [];
    private readonly HashSet<ulong> _there = [];

    /// <summary>Whether so much differs that nobody wants to know more.</summary>
    public bool IsEnough => _found.Count >= MostDifferences;

    /// <summary>Compares one.</summary>
    /// <param name="id">The guild.</param>
    /// <param name="there">What it is, as <see cref="GuildLine"/> says it.</param>
    public void Add(ulong id, string there)
    {
        _there.Add(id);
        if (!disk.TryFind(id, out var guild))
            _found.Add($"{id}: not on disk");
        else if (guild is null)
            _found.Add($"{id}: its record is empty or damaged");
        else if (GuildLine.Of(guild) is var onDisk && onDisk != there)
            _found.Add($"{id}: {Apart(onDisk, there)}");
    }

    /// <summary>What differs, a line each, the first few; nothing when all that there are were compared and are equal.</summary>
    public IReadOnlyList<string> Differences() => IsEnough
        ? _found
        : [.. _found, .. disk.Ids().Where(id => !_there.Contains(id)).Take(MostDifferences).Select(id => $"{id}: on disk, but the bot is not in it")];

    // A guild's line is long: what stands around the first difference is what one looks for.
    private static string Apart(string onDisk, string there)
    {
        const int before = 20, after = 60;
        var same = onDisk.AsSpan().CommonPrefixLength(there);
        var from = Math.Max(0, same - before);
        return $"on disk “{onDisk[from..Math.Min(onDisk.Length, same + after)]}”, there “{there[from..Math.Min(there.Length, same + after)]}”";
    }
}
