using Microsoft.Extensions.DependencyInjection;
using Vexera.Benchmarks.Measuring;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Benchmarks.Commands;

/// <summary>What it costs to decide whether somebody may use a command: rules found in memory, and the one that counts among them.</summary>
internal static class NodeCosts
{
    private const int Repeats = 1_000_000;
    private const int Rounds = 7;
    private const int RolesOfMember = 20;
    private const int RulesOfGuild = 200;
    private static readonly Snowflake Guild = new(41_771_983_423_143_937);

    /// <summary>In a guild with 200 rules for roles and users, for a member with 20 roles.</summary>
    public static async Task<NodeCost> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var bot = new IdleBot();
        var rules = bot.Services.GetRequiredService<INodeRules>();
        var command = bot.Services.GetRequiredService<CommandCatalog>().Find("prefix")
            ?? throw new InvalidOperationException("There is no command prefix.");
        await rules.ChangeAsync(Guild, _ => new GuildNodes(Enumerable.Range(0, RulesOfGuild).Select(Rule)), cancellationToken);
        var roles = Enumerable.Range(0, RolesOfMember).Select(index => RoleId(index * 5)).ToArray();
        var caller = new NodeCaller(new Snowflake(1), roles, IsOwner: false, Permission.None);
        Decide(rules, command, caller);
        var (nanoseconds, bytes) = (new List<double>(Rounds), 0L);
        for (var round = 0; round < Rounds; round++)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var began = TimeProvider.System.GetTimestamp();
            Decide(rules, command, caller);
            nanoseconds.Add(TimeProvider.System.GetElapsedTime(began).TotalNanoseconds / Repeats);
            bytes = Math.Max(bytes, GC.GetAllocatedBytesForCurrentThread() - allocated);
        }

        return new NodeCost(nanoseconds.Median(), (double)bytes / Repeats);
    }

    private static void Decide(INodeRules rules, CommandEntry command, in NodeCaller caller)
    {
        for (var i = 0; i < Repeats; i++)
        {
            if (!rules.TryGet(Guild, out var nodes) || !NodeDecision.Of(nodes, command, caller).IsAllowed)
                throw new InvalidOperationException("The rules of the guild are not what was set.");
        }
    }

    private static Snowflake RoleId(int index) => new(41_771_983_423_144_000 + (ulong)index);

    private static NodeRule Rule(int index)
    {
        if (!NodePattern.TryParse(index % 2 == 0 ? "basics.*" : "basics.prefix", out var node))
            throw new InvalidOperationException("It is a node.");
        var tier = index < RulesOfGuild / 2 ? NodeTier.Role : NodeTier.User;
        return new NodeRule(new NodeSubject(tier, RoleId(index)), node, NodeEffect.Allow, new Snowflake(1), DateTimeOffset.UnixEpoch);
    }
}

/// <summary>What one decision costs.</summary>
/// <param name="Nanoseconds">Time.</param>
/// <param name="Bytes">Bytes allocated.</param>
internal readonly record struct NodeCost(double Nanoseconds, double Bytes);
