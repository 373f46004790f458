namespace Vexera.Core.Rest;

/// <summary>
/// Discord's error codes that decide what happens next.
/// Source: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes.
/// </summary>
internal static class DiscordErrorCodes
{
    /// <summary>The channel is gone.</summary>
    public const int UnknownChannel = 10003;

    /// <summary>The bot is not in the guild, or the guild is gone.</summary>
    public const int UnknownGuild = 10004;

    /// <summary>The person is not in the guild.</summary>
    public const int UnknownMember = 10007;

    /// <summary>The message is gone.</summary>
    public const int UnknownMessage = 10008;

    /// <summary>The role is gone.</summary>
    public const int UnknownRole = 10011;

    /// <summary>There is no such account.</summary>
    public const int UnknownUser = 10013;

    /// <summary>The person is not banned.</summary>
    public const int UnknownBan = 10026;

    /// <summary>Too many bans of people who are not in the guild; Discord lifts it after about a day.</summary>
    public const int TooManyNonMemberBans = 30035;

    /// <summary>The person is in no voice channel.</summary>
    public const int NotInVoice = 40032;

    /// <summary>The message is published already.</summary>
    public const int AlreadyCrossposted = 40033;

    /// <summary>The interaction was answered before.</summary>
    public const int AlreadyAcknowledged = 40060;

    /// <summary>The bot cannot see the channel, or may not look there.</summary>
    public const int MissingAccess = 50001;

    /// <summary>The person takes no direct messages.</summary>
    public const int CannotMessageUser = 50007;

    /// <summary>The bot may not do that there, or not to that person.</summary>
    public const int MissingPermissions = 50013;

    /// <summary>A message is older than 14 days, so it cannot be deleted with others.</summary>
    public const int TooOldToBulkDelete = 50034;

    /// <summary>Something in the request is not as Discord wants it.</summary>
    public const int InvalidForm = 50035;

    /// <summary>Whether the code says that the bot cannot write in the channel, now or ever.</summary>
    public static bool IsNoWriting(int code) => code is UnknownChannel or MissingAccess or CannotMessageUser or MissingPermissions;

    /// <summary>Whether the code says that the bot lacks a permission, or stands too low, for what it was to do.</summary>
    public static bool IsNotAllowed(int code) => code is MissingAccess or MissingPermissions;
}
