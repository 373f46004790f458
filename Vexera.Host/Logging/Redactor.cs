using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Vexera.Host.Logging;

/// <summary>
/// Takes secrets out of a text: those of the settings, and what has the shape of a bot's token, of an interaction's or of a
/// webhook's. The second line of defence: types that print redacted and routes without ids are the first.
/// </summary>
internal sealed partial class Redactor
{
    /// <summary>What stands for a secret.</summary>
    public const string Redacted = "[redacted]";

    // A shorter one would be found in innocent words.
    private const int Shortest = 6;

    private static readonly FrozenSet<string> Names = FrozenSet.ToFrozenSet(
        ["Token", "AdminKey", "ClientSecret", "WebhookUrl", "ConnectionString"], StringComparer.OrdinalIgnoreCase);

    private volatile string[] _known = [];

    /// <summary>Whether the setting of that name is a secret.</summary>
    public static bool IsSecret(string name) => Names.Contains(name);

    /// <summary>Learns the secrets of the settings instead of those before.</summary>
    public void Learn(IConfiguration configuration)
    {
        var values = configuration.AsEnumerable()
            .Where(setting => setting.Value is { Length: > 0 } && IsSecret(setting.Key[(setting.Key.LastIndexOf(':') + 1)..]))
            .SelectMany(setting => Password().Matches(setting.Value!).Select(match => match.Value).Append(setting.Value!));
        _known = [.. values.SelectMany(Forms).Where(form => form.Length >= Shortest).Distinct().OrderByDescending(form => form.Length)];
    }

    /// <summary>The text without secrets.</summary>
    public string Redact(string text)
    {
        foreach (var secret in _known)
            text = text.Replace(secret, Redacted, StringComparison.Ordinal);
        return Shapes().Replace(text, Redacted);
    }

    // As it is, within an address, within JSON.
    private static IEnumerable<string> Forms(string secret)
    {
        const string scheme = "Bot ";
        var bare = secret.StartsWith(scheme, StringComparison.Ordinal) ? secret[scheme.Length..] : secret;
        return [secret, bare, Uri.EscapeDataString(bare), JsonEncodedText.Encode(bare).ToString()];
    }

    [GeneratedRegex(
        """
        (?<=/(?:webhooks|interactions)/\d{1,20}/)[^/\s"'?\#<>{}]+
        |aW50ZXJhY3Rpb246[\w+/=%.-]*
        |(?<![\w.-])[\w-]{18,}\.[\w-]{6,}\.[\w-]{20,}
        |(?<=\b(?:Bot|Bearer)\ )[\w.~+/=-]{16,}
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Shapes();

    [GeneratedRegex(@"(?<=\bpassword\s*=\s*)[^;]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Password();
}
