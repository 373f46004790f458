using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Targets;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Modules.Permissions;

/// <summary>Whom a rule is or shall be about, found.</summary>
/// <param name="Subject">Everyone, the role or the user.</param>
/// <param name="Role">The role, if it is one that exists.</param>
/// <param name="User">The user, if it is one whom Discord knows.</param>
internal sealed record FoundSubject(NodeSubject Subject, Role? Role = null, TargetUser? User = null);

/// <summary>Finds the subjects of rules, and calls them by name.</summary>
/// <param name="lookup">Finds users.</param>
internal sealed class Subjects(UserLookup lookup)
{
    /// <summary>Whom an argument names. A bare id that a rule gives to a role is that role, deleted or not.</summary>
    public async ValueTask<FoundSubject> FindAsync(
        CommandContext context, SubjectReference reference, GuildNodes nodes, CancellationToken cancellationToken)
    {
        var guild = context.GuildId!.Value;
        if (reference.Tier == NodeTier.Everyone || reference.Id == guild)
            return new FoundSubject(new NodeSubject(NodeTier.Everyone, guild));
        var ofRole = new NodeSubject(NodeTier.Role, reference.Id);
        if (reference.Tier == NodeTier.Role || (reference.Tier is null && nodes.Of(ofRole).Any()))
            return new FoundSubject(ofRole, Role: context.Guild?.Roles.GetValueOrDefault(reference.Id));
        var user = reference.User ?? new UserReference(reference.Id, null, null);
        return new FoundSubject(
            new NodeSubject(NodeTier.User, reference.Id), User: await lookup.FindAsync(guild, user, cancellationToken));
    }

    /// <summary>Whether the user is known to be gone from the guild. When Discord does not say, it counts as there.</summary>
    public async ValueTask<bool> HasLeftAsync(Snowflake guildId, Snowflake userId, CancellationToken cancellationToken)
    {
        try
        {
            return await lookup.FindAsync(guildId, new UserReference(userId, null, null), cancellationToken) is not { Member: not null };
        }
        catch (Exception e) when (e is Rest.DiscordRestException or Rest.DiscordUnreachableException)
        {
            return false;
        }
    }

    /// <summary>A subject as answers show it; nobody is pinged by it.</summary>
    public static Text Name(CommandContext context, NodeSubject subject) => subject.Tier switch
    {
        NodeTier.Everyone => PermissionsText.Everyone,
        NodeTier.Role when context.Guild?.Roles.ContainsKey(subject.Id) == false => PermissionsText.DeletedRole(subject.Id.ToString()),
        NodeTier.Role => PermissionsText.Mention($"<@&{subject.Id}>"),
        _ => PermissionsText.Mention($"<@{subject.Id}>"),
    };
}
