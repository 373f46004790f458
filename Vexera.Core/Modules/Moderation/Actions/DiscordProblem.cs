using System.Net;
using Vexera.Core.Rest;

namespace Vexera.Core.Modules.Moderation.Actions;

/// <summary>Why Discord does not do something.</summary>
internal enum DiscordProblemKind
{
    /// <summary>The bot lacks the permission, or stands too low.</summary>
    NotAllowed,

    /// <summary>The person is not in the guild.</summary>
    NotMember,

    /// <summary>There is no such account.</summary>
    NoSuchUser,

    /// <summary>The person is not banned.</summary>
    NotBanned,

    /// <summary>The person is in no voice channel.</summary>
    NotInVoice,

    /// <summary>Too many people were banned who are not in the guild.</summary>
    TooManyBans,

    /// <summary>Too many requests.</summary>
    RateLimited,

    /// <summary>The bot is not in the guild any more.</summary>
    NoGuild,

    /// <summary>Discord did not answer, and has not done it.</summary>
    NoAnswer,

    /// <summary>Another reason, in Discord's words.</summary>
    Other,
}

/// <summary>Why Discord does not do something; nothing was done.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Detail">Discord's words.</param>
/// <param name="RetryAfter">When it is worth another try, where that is known.</param>
internal sealed record DiscordProblem(DiscordProblemKind Kind, string Detail, TimeSpan? RetryAfter = null)
{
    /// <summary>What an error means; null when it leaves open whether something was done.</summary>
    public static DiscordProblem? Of(Exception error) => error switch
    {
        DiscordRestException refused => new DiscordProblem(KindOf(refused), refused.Detail),
        RestBudgetException held => new DiscordProblem(DiscordProblemKind.RateLimited, held.Message, held.RetryAfter),
        _ => null,
    };

    private static DiscordProblemKind KindOf(DiscordRestException error) => error switch
    {
        { Code: DiscordErrorCodes.UnknownMember } => DiscordProblemKind.NotMember,
        { Code: DiscordErrorCodes.UnknownUser } => DiscordProblemKind.NoSuchUser,
        { Code: DiscordErrorCodes.UnknownBan } => DiscordProblemKind.NotBanned,
        { Code: DiscordErrorCodes.NotInVoice } => DiscordProblemKind.NotInVoice,
        { Code: DiscordErrorCodes.TooManyNonMemberBans } => DiscordProblemKind.TooManyBans,
        { Code: DiscordErrorCodes.UnknownGuild } => DiscordProblemKind.NoGuild,
        { Status: HttpStatusCode.TooManyRequests } => DiscordProblemKind.RateLimited,
        { Status: HttpStatusCode.Forbidden } => DiscordProblemKind.NotAllowed,
        _ => DiscordProblemKind.Other,
    };
}
