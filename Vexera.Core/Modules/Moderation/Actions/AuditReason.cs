using System.Globalization;
using Vexera.Core.Discord;
using Vexera.Core.Rest.Wire;

namespace Vexera.Core.Modules.Moderation.Actions;

/// <summary>What the bot gives as the reason in Discord's audit log: <c>name (id): reason</c>.</summary>
internal static class AuditReason
{
    /// <summary>The reason, as Discord keeps it: at most 512 characters.</summary>
    public static string Of(Snowflake? moderatorId, string? moderatorName, string? reason)
    {
        var who = moderatorId is { } id ? string.Create(CultureInfo.InvariantCulture, $"{moderatorName} ({id.Value})") : moderatorName;
        var text = (string.IsNullOrWhiteSpace(reason) ? who : $"{who}: {reason}")?.Trim() ?? "";
        return ShortText.Cut(text, AuditLogReason.MaxLength).TrimEnd();
    }
}
