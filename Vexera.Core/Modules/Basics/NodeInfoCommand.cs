using System.Runtime.InteropServices;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Shards;
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
            BasicsText.NodeInfoShards(ShardRanges.Of(fleet.Shards.Select(shard => shard.Id))),
            BasicsText.NodeInfoUptime(Timestamp.Relative(uptime.StartedAt))));

    private static string SystemName() =>
        OperatingSystem.IsLinux() ? "Linux" : OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "macOS" : "Unix";
}
