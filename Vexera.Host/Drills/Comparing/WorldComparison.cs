using System.Globalization;
using Vexera.Host.Drills.Processes;

namespace Vexera.Host.Drills.Comparing;

/// <summary>Holds the guilds on disk to those of a simulator in another process.</summary>
/// <param name="sandbox">The simulator.</param>
internal sealed class WorldComparison(SandboxClient sandbox)
{
    private const int MostDifferences = 20;

    /// <summary>What differs, a line each, the first few; nothing when all is equal.</summary>
    /// <param name="database">The bot's database file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<string>> DifferencesAsync(string database, CancellationToken cancellationToken)
    {
        var known = GuildsOnDisk.Read(database);
        var found = new List<string>();
        await foreach (var line in sandbox.GuildsAsync(cancellationToken))
        {
            var guild = line.GetProperty("guild");
            var id = ulong.Parse(guild.GetProperty("id").GetString()!, CultureInfo.InvariantCulture);
            var there = GuildLine.Of(guild, line.GetProperty("available").GetBoolean(), sandbox.BotId);
            if (!known.Remove(id, out var state))
                found.Add($"{id}: not on disk");
            else if (state is null)
                found.Add($"{id}: its record is empty or damaged");
            else if (GuildLine.Of(state) is var onDisk && onDisk != there)
                found.Add($"{id}: {Apart(onDisk, there)}");
            if (found.Count == MostDifferences)
                return found;
        }

        return [.. found, .. known.Keys.Take(MostDifferences).Select(id => $"{id}: on disk, but the bot is not in it")];
    }

    // A guild's line is long: what stands around the first difference is what one looks for.
    private static string Apart(string onDisk, string there)
    {
        const int before = 20, after = 60;
        var same = onDisk.AsSpan().CommonPrefixLength(there);
        var from = Math.Max(0, same - before);
        return $"on disk “{onDisk[from..Math.Min(onDisk.Length, same + after)]}”, there “{there[from..Math.Min(there.Length, same + after)]}”";
    }
}
