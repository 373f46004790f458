using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.State;

namespace Vexera.Core.Commands.Arguments;

/// <summary>What ids in arguments can be looked up in.</summary>
/// <param name="Guild">The guild, if the command is used in one that is known.</param>
/// <param name="Users">Users whom Discord sent along, by id.</param>
/// <param name="Members">Memberships that Discord sent along, by id of the user.</param>
internal sealed record ArgumentScope(
    GuildState? Guild,
    IReadOnlyDictionary<Snowflake, User> Users,
    IReadOnlyDictionary<Snowflake, Member> Members)
{
    /// <summary>Files that were sent along, by id.</summary>
    public IReadOnlyDictionary<Snowflake, Attachment> Attachments { get; init; } = NoAttachments;

    private static readonly Dictionary<Snowflake, Attachment> NoAttachments = [];
}
