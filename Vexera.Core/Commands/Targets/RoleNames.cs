using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;
using Vexera.Core.State;

namespace Vexera.Core.Commands.Targets;

/// <summary>Roles as answers show them.</summary>
internal static class RoleNames
{
    /// <summary>The name of the highest of a member's roles, as code.</summary>
    public static string HighestOf(GuildState guild, IReadOnlyList<Snowflake> roleIds) =>
        InlineCode.Of(Hierarchy.HighestRole(guild, roleIds)?.Name ?? "@everyone");
}
