using System.Globalization;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Discord;

/// <summary>
/// The link that adds a bot to a guild, or gives it more permissions there.
/// Source: https://discord.com/developers/docs/topics/oauth2#bot-authorization-flow.
/// </summary>
internal static class InviteLink
{
    /// <summary>The link, which asks for the slash menu too.</summary>
    /// <param name="application">The bot's application.</param>
    /// <param name="permissions">What the bot asks for.</param>
    public static Uri For(Snowflake application, Permission permissions) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"https://discord.com/oauth2/authorize?client_id={application}&scope=bot%20applications.commands&permissions={(ulong)permissions}"));
}
