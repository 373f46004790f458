using Vexera.Core.Discord;
using Vexera.Core.Modules.Moderation.Cases;

namespace Vexera.Core.Modules.Moderation.Punishments;

/// <summary>What can hold for a while.</summary>
internal enum PunishmentKind
{
    /// <summary>A ban.</summary>
    Ban,

    /// <summary>Discord's timeout.</summary>
    Mute,
}

/// <summary>A ban or mute that holds now.</summary>
/// <param name="GuildId">The guild.</param>
/// <param name="UserId">For whom.</param>
/// <param name="Kind">Which.</param>
/// <param name="CaseNumber">The case that set it, and alone may end it.</param>
/// <param name="EndsAt">When it is to end; null for never.</param>
internal sealed record Punishment(Snowflake GuildId, Snowflake UserId, PunishmentKind Kind, long CaseNumber, DateTimeOffset? EndsAt);

/// <summary>What each type of case does to who is punished.</summary>
internal static class PunishmentRules
{
    /// <summary>What the type sets; null for none.</summary>
    public static PunishmentKind? Sets(CaseType type) => type switch
    {
        CaseType.Ban => PunishmentKind.Ban,
        CaseType.Mute => PunishmentKind.Mute,
        _ => null,
    };

    /// <summary>What the type lifts; null for none.</summary>
    public static PunishmentKind? Lifts(CaseType type) => type switch
    {
        CaseType.Unban or CaseType.Softban => PunishmentKind.Ban,
        CaseType.Unmute => PunishmentKind.Mute,
        _ => null,
    };
}
