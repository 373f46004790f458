using Vexera.Core.Commands.Targets;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Commands.Arguments;

/// <summary>
/// A user: by mention or id, in the guild or not; or a member of the guild by their exact name, where only one is called that.
/// </summary>
internal sealed class UserArgument : ArgumentType<UserReference>
{
    private const int ShortestName = 1, LongestName = 32;

    /// <inheritdoc/>
    public override CommandOptionType SlashType => CommandOptionType.User;

    /// <inheritdoc/>
    public override Text Allowed => CommandsText.AllowedUser;

    /// <inheritdoc/>
    public override string Example => "@Vexera";

    /// <inheritdoc/>
    public override bool TryParse(string text, ArgumentScope scope, out UserReference value)
    {
        if (MentionText.TryParse(text, ["<@!", "<@"], out var id))
        {
            value = new UserReference(id, scope.Users.GetValueOrDefault(id), scope.Members.GetValueOrDefault(id));
            return true;
        }

        var name = text is ['@', .. var rest] ? rest : text;
        value = new UserReference(default, null, null) { Name = name };
        return scope.Guild is not null && name.Length is >= ShortestName and <= LongestName && name[0] != '<';
    }

    /// <inheritdoc/>
    public override bool Claims(string word) => word is ['@', _, ..] || MentionText.LooksLikeOne(word, '@');

    /// <summary>Looks up a name: the one account of that name, else the one member who is called that.</summary>
    public override async ValueTask<Reading> CompleteAsync(
        UserReference value, Snowflake? guildId, UserLookup users, CancellationToken cancellationToken)
    {
        if (value.Name is not { } name)
            return Reading.Of(value);
        var named = guildId is { } guild ? await users.FindByNameAsync(guild, name, cancellationToken) : [];
        return named switch
        {
            [{ User: { } user } member] => Reading.Of(new UserReference(user.Id, user, member)),
            [] => Reading.Refused(name),
            _ => Reading.Refused(name, CommandsText.NameOfSeveral(InlineCode.Of(name))),
        };
    }
}
