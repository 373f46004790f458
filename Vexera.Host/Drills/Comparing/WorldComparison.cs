using System.Globalization;
using Vexera.Host.Drills.Processes;

namespace Vexera.Host.Drills.Comparing;

/// <summary>Holds the guilds on disk to those of a simulator in another process.</summary>
/// <param name="sandbox">The simulator.</param>
internal sealed class WorldComparison(SandboxClient sandbox)
{
    /// <summary>What differs, a line each, the first few; nothing when all is equal.</summary>
    /// <param name="database">The bot's database file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<string>> DifferencesAsync(string database, CancellationToken cancellationToken)
    {
        using var disk = new GuildsOnDisk(database);
        var comparison = new GuildComparison(disk);
        await foreach (var line in sandbox.GuildsAsync(cancellationToken))
        {
            var guild = line.GetProperty("guild");
            comparison.Add(
                ulong.Parse(guild.GetProperty("id").GetString()!, CultureInfo.InvariantCulture),
                GuildLine.Of(guild, line.GetProperty("available").GetBoolean(), sandbox.BotId));
            if (comparison.IsEnough)
                break;
        }

        return comparison.Differences();
    }
}
