using Vexera.Core.Discord;

namespace Vexera.Core.Rest.Wire;

/// <summary>The header that carries a reason into a guild's audit log. Source: https://discord.com/developers/docs/resources/audit-log.</summary>
internal static class AuditLogReason
{
    /// <summary>The header's name.</summary>
    public const string Header = "X-Audit-Log-Reason";

    /// <summary>The most characters Discord keeps, before encoding.</summary>
    public const int MaxLength = 512;

    /// <summary>The header's value, percent-encoded UTF-8; null when there is nothing to say.</summary>
    /// <param name="reason">Any text. Cut to <see cref="MaxLength"/> UTF-16 units, never within a surrogate pair.</param>
    public static string? Encode(string? reason)
    {
        var text = reason?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        return Uri.EscapeDataString(ShortText.Cut(text, MaxLength));
    }
}
