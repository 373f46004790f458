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
    public static OutgoingMessage New(IReadOnlyList<Alert> alerts, IReadOnlyList<Snowflake> mention)
    {
        Snowflake[] pinged = alerts.Any(alert => alert is { Severity: AlertSeverity.Critical, ResolvedAt: null }) ? [.. mention.Distinct().Take(20)] : [];
        var lines = Lines(alerts);
        if (pinged.Length == 0)
            return new OutgoingMessage { Content = lines };
        return new OutgoingMessage
        {
            Content = $"{string.Join(' ', pinged.Select(user => $"<@{user}>"))}\n{lines}",
            AllowedMentions = new AllowedMentions { Users = pinged },
        };
    }

    /// <summary>The same message later.</summary>
    public static OutgoingMessage Edited(IReadOnlyList<Alert> alerts) => new() { Content = Lines(alerts) };

    /// <summary>What makes Discord see that a message is the same when it is sent again.</summary>
    public static string NonceOf(IEnumerable<Alert> alerts)
    {
        var keys = string.Join(';', alerts.Select(AlertKey.Of).Select(key => $"{key.Rule}{key.Since}"));
        return $"a-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(keys)))[..20]}";
    }

    private static string Lines(IReadOnlyList<Alert> alerts) => string.Join('\n', alerts.Select(Line));

    private static string Line(Alert alert)
    {
        var title = AlertTexts.TitleOf(alert.Rule);
        return alert.ResolvedAt is { } resolved
            ? Say("Resolved", title, Time(alert.Since), Time(resolved), alert.Text)
            : Say($"Firing{alert.Severity}", title, alert.Text, Time(alert.Since));
    }

    private static string Time(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"<t:{at.ToUnixTimeSeconds()}:T>");

    private static string Say(string name, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, Texts.GetString(name, CultureInfo.CurrentUICulture)!, values);
}
