using System.Globalization;
using System.Runtime.InteropServices;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Modules.Basics;

/// <summary><c>nodeinfo</c>: the machine and process that serve this guild. Says nothing that helps an attacker: no names, no patch levels.</summary>
internal sealed class NodeInfoCommand(IFleetStatus fleet, Uptime uptime) : ICommand
{
    private const long Megabyte = 1024 * 1024;

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "nodeinfo",
        Category = BasicsModule.Category,
        Description = BasicsText.NodeInfoDescription,
        Cooldown = TimeSpan.FromSeconds(2),
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(context.Say(
            BasicsText.NodeInfoSystem(SystemName(), RuntimeInformation.ProcessArchitecture.ToString()),
            BasicsText.NodeInfoRuntime($".NET {Environment.Version.Major}.{Environment.Version.Minor}"),
            BasicsText.NodeInfoProcessors(Environment.ProcessorCount),
            BasicsText.NodeInfoMemory(Environment.WorkingSet / Megabyte, GC.GetTotalMemory(forceFullCollection: false) / Megabyte),
            BasicsText.NodeInfoShards(Ranges([.. fleet.Shards.Select(shard => shard.Id).Order()])),
            BasicsText.NodeInfoUptime(Timestamp.Relative(uptime.StartedAt))));

    private static string SystemName() =>
        OperatingSystem.IsLinux() ? "Linux" : OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "macOS" : "Unix";

    /// <summary>Numbers in short: <c>0-3, 7</c>; a dash for none.</summary>
    internal static string Ranges(IReadOnlyList<int> sorted)
    {
        var ranges = new List<string>();
        for (int i = 0, next; i < sorted.Count; i = next)
        {
            next = i + 1;
            while (next < sorted.Count && sorted[next] == sorted[next - 1] + 1)
                next++;
            var (first, last) = (sorted[i], sorted[next - 1]);
            ranges.Add(first == last
                ? first.ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{first}-{last}"));
        }

        return ranges.Count == 0 ? "–" : string.Join(", ", ranges);
    }
}
