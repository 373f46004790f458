using System.Data.Common;
using Dapper;
using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Nodes;

/// <summary>The table <c>permission_nodes</c>: a row for each rule.</summary>
internal static class NodeRuleRows
{
    private const string Put =
        """
        INSERT INTO permission_nodes (guild_id, tier, subject_id, node, effect, set_by, set_at)
        VALUES (@guildId, @tier, @subject, @node, @effect, @setBy, @setAt)
        """;

    /// <summary>The guilds that have rules.</summary>
    public static Task<IEnumerable<Snowflake>> ReadGuildsAsync(DbConnection connection) =>
        connection.QueryAsync<Snowflake>("SELECT DISTINCT guild_id FROM permission_nodes");

    /// <summary>A guild's rules. A row that this build cannot read is left out.</summary>
    public static async Task<GuildNodes> ReadAsync(DbConnection connection, Snowflake guildId)
    {
        var rows = await connection.QueryAsync<(string Tier, Snowflake Subject, string Node, string Effect, Snowflake SetBy, DateTimeOffset SetAt)>(
            "SELECT tier, subject_id, node, effect, set_by, set_at FROM permission_nodes WHERE guild_id = @guildId", new { guildId });
        var rules = new List<NodeRule>();
        foreach (var row in rows)
        {
            if (Enum.TryParse<NodeTier>(row.Tier, ignoreCase: true, out var tier)
                && Enum.TryParse<NodeEffect>(row.Effect, ignoreCase: true, out var effect)
                && NodePattern.TryParse(row.Node, out var node))
                rules.Add(new NodeRule(new NodeSubject(tier, row.Subject), node, effect, row.SetBy, row.SetAt));
        }

        return rules.Count == 0 ? GuildNodes.None : new GuildNodes(rules);
    }

    /// <summary>Writes a guild's rules in place of those before, within the transaction of <paramref name="connection"/>.</summary>
    public static async Task ReplaceAsync(DbConnection connection, Snowflake guildId, GuildNodes nodes)
    {
        await connection.ExecuteAsync("DELETE FROM permission_nodes WHERE guild_id = @guildId", new { guildId });
        await connection.ExecuteAsync(Put, nodes.Rules.Select(rule => new
        {
            guildId,
            tier = rule.Subject.Tier.ToString().ToLowerInvariant(),
            subject = rule.Subject.Id,
            node = rule.Node.Text,
            effect = rule.Effect.ToString().ToLowerInvariant(),
            setBy = rule.SetBy,
            setAt = rule.SetAt,
        }));
    }
}
