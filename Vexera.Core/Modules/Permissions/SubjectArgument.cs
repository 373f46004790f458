using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Targets;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Modules.Permissions;

/// <summary>Everyone, a role or a user, as far as the words alone tell.</summary>
/// <param name="Tier">Which of them; null for a bare id that may be of a deleted role as well as of a user.</param>
/// <param name="Id">The role's or user's id; none for everyone.</param>
/// <param name="User">The account and membership that Discord sent along, if it is a user.</param>
internal sealed record SubjectReference(NodeTier? Tier, Snowflake Id, UserReference? User = null);

/// <summary>The word <c>everyone</c>, a role by mention, id or name, or a user by mention, id or name.</summary>
internal sealed class SubjectArgument : ArgumentType<SubjectReference>
{
    private static readonly RoleArgument Roles = new();
    private static readonly UserArgument Users = new();

    /// <inheritdoc/>
    public override CommandOptionType SlashType => CommandOptionType.Mentionable;

    /// <inheritdoc/>
    public override Text Allowed => PermissionsText.AllowedSubject;

    /// <inheritdoc/>
    public override string Example => "@Moderators";

    /// <inheritdoc/>
    public override string Placeholder => "everyone|role|user";

    /// <inheritdoc/>
    public override bool TryParse(string text, ArgumentScope scope, out SubjectReference value)
    {
        value = new SubjectReference(NodeTier.Everyone, default);
        if (text.TrimStart('@').Equals("everyone", StringComparison.OrdinalIgnoreCase))
            return true;
        if (Roles.TryParse(text, scope, out var role) || Roles.TryParse(text.TrimStart('@'), scope, out role))
        {
            value = role.Id == scope.Guild?.Id ? value : new SubjectReference(NodeTier.Role, role.Id);
            return true;
        }

        if (MentionText.TryParse(text, ["<@&"], out var roleId) && text.StartsWith('<'))
        {
            value = new SubjectReference(NodeTier.Role, roleId);
            return true;
        }

        if (!Users.TryParse(text, scope, out var user))
            return false;
        var isSure = text.StartsWith('<') || user.User is not null || user.Name is not null;
        value = new SubjectReference(isSure ? NodeTier.User : null, user.Id, user);
        return true;
    }

    /// <summary>Looks up a member by name.</summary>
    public override async ValueTask<Reading> CompleteAsync(
        SubjectReference value, Snowflake? guildId, UserLookup users, CancellationToken cancellationToken)
    {
        if (value.User is not { Name: not null } named)
            return Reading.Of(value);
        var reading = await Users.CompleteAsync(named, guildId, users, cancellationToken);
        return reading.Value is UserReference user ? Reading.Of(new SubjectReference(NodeTier.User, user.Id, user)) : reading;
    }
}
