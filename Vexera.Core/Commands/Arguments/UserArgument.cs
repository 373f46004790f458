using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Arguments;

/// <summary>A person as far as Discord sent them along with the command.</summary>
/// <param name="Id">The account's id.</param>
/// <param name="User">The account; null when only its id was given.</param>
/// <param name="Member">The membership; null when it is not known or there is none.</param>
internal sealed record UserReference(Snowflake Id, User? User, Member? Member);

/// <summary>A user, by mention or id, in the guild or not.</summary>
internal sealed class UserArgument : ArgumentType<UserReference>
{
    /// <inheritdoc/>
    public override CommandOptionType SlashType => CommandOptionType.User;

    /// <inheritdoc/>
    public override Text Allowed => CommandsText.AllowedUser;

    /// <inheritdoc/>
    public override string Example => "@Vexera";

    /// <inheritdoc/>
    public override bool TryParse(string text, ArgumentScope scope, out UserReference value)
    {
        var understood = MentionText.TryParse(text, ["<@!", "<@"], out var id);
        value = new UserReference(id, scope.Users.GetValueOrDefault(id), scope.Members.GetValueOrDefault(id));
        return understood;
    }

    /// <inheritdoc/>
    public override bool Claims(string word) => MentionText.LooksLikeOne(word, '@');
}
