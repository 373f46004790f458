using System.Globalization;
using Vexera.Host.Drills.Processes;

namespace Vexera.Host.Drills.Comparing;

/// <summary>Holds the guilds on disk to those of a simulator in another process.</summary>
/// <param name="sandbox">The simulator.</param>
internal sealed class WorldComparison(SandboxClient sandbox)
{
    /// <summary>Compares them all, or as many as it takes to find the first few that differ.</summary>
    /// <param name="database">The bot's database file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Comparison> CompareAsync(string database, CancellationToken cancellationToken)
    {
        using var disk = new GuildsOnDisk(database);
        var comparison = new GuildComparison(disk);
        var compared = 0;
        await foreach (var line in sandbox.GuildsAsync(cancellationToken))
        {
            compared++;
            var guild = line.GetProperty("guild");
            comparison.Add(
                ulong.Parse(guild.GetProperty("id").GetString()!, CultureInfo.InvariantCulture),
                GuildLine.Of(guild, line.GetProperty("available").GetBoolean(), sandbox.BotId));
            if (comparison.IsEnough)
                break;
        }

        return new Comparison(compared, comparison.Differences());
    }
}

/// <summary>Guilds on disk beside those of a simulator.</summary>
/// <param name="Compared">Guilds of the simulator that were looked at.</param>
/// <param name="Differences">What differs, a line each, the first few; empty when all is equal.</param>
internal sealed record Comparison(int Compared, IReadOnlyList<string> Differences);
