using System.Diagnostics.CodeAnalysis;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Arguments;

/// <summary>A role of the guild, by mention, id or name.</summary>
internal sealed class RoleArgument : ArgumentType<Role>
{
    /// <inheritdoc/>
    public override CommandOptionType SlashType => CommandOptionType.Role;

    /// <inheritdoc/>
    public override Text Allowed => CommandsText.AllowedRole;

    /// <inheritdoc/>
    public override string Example => "@Moderators";

    /// <inheritdoc/>
    public override bool TryParse(string text, ArgumentScope scope, [MaybeNullWhen(false)] out Role value)
    {
        value = null;
        if (scope.Guild is not { } guild)
            return false;
        if (MentionText.TryParse(text, ["<@&"], out var id) && guild.Roles.TryGetValue(id, out value))
            return true;
        var named = guild.Roles.Values.Where(role => role.Name.Equals(text, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        value = named.Count == 1 ? named[0] : null;
        return value is not null;
    }
}
