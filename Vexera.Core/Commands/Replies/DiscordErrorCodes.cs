namespace Vexera.Core.Commands.Replies;

/// <summary>
/// Discord's error codes that decide what happens next.
/// Source: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes.
/// </summary>
internal static class DiscordErrorCodes
{
    /// <summary>The channel is gone.</summary>
    public const int UnknownChannel = 10003;

    /// <summary>The interaction was answered before.</summary>
    public const int AlreadyAcknowledged = 40060;

    /// <summary>The bot cannot see the channel.</summary>
    public const int MissingAccess = 50001;

    /// <summary>The person takes no direct messages.</summary>
    public const int CannotMessageUser = 50007;

    /// <summary>The bot may not do that there.</summary>
    public const int MissingPermissions = 50013;

    /// <summary>Whether the code says that the bot cannot write in the channel, now or ever.</summary>
    public static bool IsNoWriting(int code) => code is UnknownChannel or MissingAccess or CannotMessageUser or MissingPermissions;
}
