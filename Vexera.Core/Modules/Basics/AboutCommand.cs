using System.Reflection;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Shards;
using Vexera.Core.State;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Modules.Basics;

/// <summary><c>about</c>, <c>stats</c>: what the bot is and how busy.</summary>
internal sealed class AboutCommand(IGuildStates guilds, IFleetStatus fleet, IEventRate events, Uptime uptime, ISelf self) : ICommand
{
    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "about",
        Aliases = ["stats"],
        Category = BasicsModule.Category,
        Description = BasicsText.AboutDescription,
    };

    private static string Version { get; } =
        typeof(AboutCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var shard = context.Origin.ShardId;
        return ValueTask.FromResult(context.Say(
            BasicsText.AboutTitle(self.User?.DisplayName ?? "Vexera", Version),
            BasicsText.AboutGuilds(guilds.Count),
            context.GuildId is null ? BasicsText.AboutShardDirect(shard, fleet.ShardCount) : BasicsText.AboutShard(shard, fleet.ShardCount),
            BasicsText.AboutUptime(Timestamp.Relative(uptime.StartedAt)),
            BasicsText.AboutRate(events.PerSecond(TimeSpan.FromMinutes(1)))));
    }
}
