using System.Net;
using Vexera.Core.Rest;

namespace Vexera.Core.Modules.Announcements;

/// <summary>What stands between an announcement and its readers.</summary>
internal enum AnnouncementProblem
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The settings name no channel.</summary>
    NoChannelSet,

    /// <summary>Discord knows no channel of that id.</summary>
    ChannelMissing,

    /// <summary>The channel is of another kind.</summary>
    NotAnnouncementChannel,

    /// <summary>The bot does not see the channel or may not write there.</summary>
    NoPermission,

    /// <summary>Discord does not take the token.</summary>
    TokenRefused,

    /// <summary>Discord does not answer.</summary>
    Unreachable,

    /// <summary>Discord said no, for another reason.</summary>
    Refused,

    /// <summary>Ten messages were published within an hour.</summary>
    HourlyLimit,

    /// <summary>Somebody deleted the message.</summary>
    MessageGone,

    /// <summary>The bot was cut off while it posted, and cannot look whether the message is there.</summary>
    Unsure,
}

/// <summary>
/// What Discord's errors mean here. Source:
/// https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes.
/// </summary>
internal static class AnnouncementProblems
{
    private const int UnknownChannel = 10003, UnknownMessage = 10008, MissingAccess = 50001, MissingPermissions = 50013, WrongChannelType = 50024;

    /// <summary>The message was published before.</summary>
    public const int AlreadyPublished = 40033;

    /// <summary>What an error means.</summary>
    public static AnnouncementProblem Of(DiscordRestException error) => error switch
    {
        { Status: HttpStatusCode.Unauthorized } => AnnouncementProblem.TokenRefused,
        { Code: UnknownChannel } => AnnouncementProblem.ChannelMissing,
        { Code: UnknownMessage } => AnnouncementProblem.MessageGone,
        { Code: MissingAccess or MissingPermissions } => AnnouncementProblem.NoPermission,
        { Code: WrongChannelType } => AnnouncementProblem.NotAnnouncementChannel,
        _ => AnnouncementProblem.Refused,
    };
}
