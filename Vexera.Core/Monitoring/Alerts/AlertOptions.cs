using System.ComponentModel.DataAnnotations;

namespace Vexera.Core.Monitoring.Alerts;

/// <summary>When the bot calls for its operator, and where to.</summary>
public sealed class AlertOptions
{
    /// <summary>The section's path.</summary>
    public const string Section = "Alerts";

    /// <summary>
    /// The Discord channel that alerts go to: its id, 1 to 20 digits, or nothing. The bot must be able to see it and to write in
    /// it. Followed while running.
    /// </summary>
    [RegularExpression("^[0-9]{1,20}$", ErrorMessage = "the id of a Discord channel, 1 to 20 digits")]
    public string? ChannelId { get; set; }

    /// <summary>
    /// The Discord webhook that alerts go to, as Discord shows its address, or nothing; a secret, better kept in the environment
    /// (Alerts__WebhookUrl) or user secrets. Reaches people while the bot's own token or shards do not. Followed while running.
    /// </summary>
    public Secret? WebhookUrl { get; set; }

    /// <summary>
    /// Ids of Discord accounts that are pinged when something critical begins, in the channel and by the webhook. Followed while
    /// running.
    /// </summary>
    public IList<string> MentionUsers { get; } = [];

    /// <summary>What the rules are set to, by their names. Followed while running.</summary>
    public IDictionary<string, AlertRuleOptions> Rules { get; } = new Dictionary<string, AlertRuleOptions>(StringComparer.OrdinalIgnoreCase);
}
