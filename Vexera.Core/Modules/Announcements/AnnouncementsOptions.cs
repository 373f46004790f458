using System.ComponentModel.DataAnnotations;

namespace Vexera.Core.Modules.Announcements;

/// <summary>Announcements and incidents for the servers that follow the bot's announcement channel: announce, status.</summary>
public sealed class AnnouncementsOptions : IModuleOptions
{
    /// <summary>Whether the module is on. Off, what waits to be sent waits on. Followed while running.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// The id of the announcement channel that the bot posts in, 1 to 19 digits: in Discord, with developer mode on, "Copy Channel
    /// ID" of a channel with the megaphone. The bot needs View Channel, Send Messages and Read Message History there. Null for
    /// none. Followed while running.
    /// </summary>
    [RegularExpression(@"^[1-9]\d{0,18}$", ErrorMessage = "the id of a Discord channel, 1 to 19 digits")]
    public string? ChannelId { get; set; }

    /// <summary>
    /// How long is tried again what could not be posted or published, from when it was written; then it is given up and the log
    /// says so. 1 minute to 7 days. Followed while running.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RetryFor { get; set; } = TimeSpan.FromDays(1);
}
