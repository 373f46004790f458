using System.Globalization;
using System.Resources;
using System.Security.Cryptography;
using System.Text;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Monitoring.Alerts;

namespace Vexera.Core.Modules.Alerts;

/// <summary>A message about alerts. Pings nobody but the accounts that are named for that, and only when it is new.</summary>
internal static class AlertNotice
{
    /// <summary>How many alerts fit into one message.</summary>
    public const int Most = 6;

    private static readonly ResourceManager Texts = new("Vexera.Core.Modules.Alerts.AlertsText", typeof(AlertNotice).Assembly);

    /// <summary>A message that tells of alerts.</summary>
    /// <param name="alerts">Up to <see cref="Most"/>, firing or resolved.</param>
    /// <param name="mention">Who is pinged when something critical fires; empty for nobody.</param>
    /// <param name="culture">The language.</param>
    public static OutgoingMessage New(IReadOnlyList<Alert> alerts, IReadOnlyList<Snowflake> mention, CultureInfo culture)
    {
        Snowflake[] pinged = alerts.Any(alert => alert is { Severity: AlertSeverity.Critical, ResolvedAt: null }) ? [.. mention.Distinct().Take(20)] : [];
        var lines = Lines(alerts, culture);
        if (pinged.Length == 0)
            return new OutgoingMessage { Content = lines };
        return new OutgoingMessage
        {
            Content = $"{string.Join(' ', pinged.Select(user => $"<@{user}>"))}\n{lines}",
            AllowedMentions = new AllowedMentions { Users = pinged },
        };
    }

    /// <summary>The same message later.</summary>
    public static OutgoingMessage Edited(IReadOnlyList<Alert> alerts, CultureInfo culture) => new() { Content = Lines(alerts, culture) };

    /// <summary>What makes Discord see that a message is the same when it is sent again.</summary>
    public static string NonceOf(IEnumerable<Alert> alerts)
    {
        var keys = string.Join(';', alerts.Select(AlertKey.Of).Select(key => $"{key.Rule}{key.Since}"));
        return $"a-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(keys)))[..20]}";
    }

    private static string Lines(IReadOnlyList<Alert> alerts, CultureInfo culture) =>
        string.Join('\n', alerts.Select(alert => Line(alert, culture)));

    private static string Line(Alert alert, CultureInfo culture)
    {
        var title = AlertTexts.TitleOf(alert.Rule, culture);
        var text = AlertTexts.Of(alert, culture);
        return alert.ResolvedAt is { } resolved
            ? Say(culture, "Resolved", title, Time(alert.Since), Time(resolved), text)
            : Say(culture, $"Firing{alert.Severity}", title, text, Time(alert.Since));
    }

    private static string Time(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"<t:{at.ToUnixTimeSeconds()}:T>");

    private static string Say(CultureInfo culture, string name, params ReadOnlySpan<object?> values) =>
        string.Format(culture, Texts.GetString(name, culture)!, values);
}
