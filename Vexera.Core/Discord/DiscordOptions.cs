using System.ComponentModel.DataAnnotations;

namespace Vexera.Core.Discord;

/// <summary>Section <c>Discord</c>: who the bot is and where Discord is.</summary>
public sealed class DiscordOptions
{
    /// <summary>The section's path.</summary>
    public const string Section = "Discord";

    /// <summary>
    /// The bot's token from https://discord.com/developers/applications (your application, Bot, Reset Token).
    /// Better kept in the environment (DISCORD_TOKEN or Discord__Token) or in user secrets than in a file. Read at start.
    /// </summary>
    [Required]
    public BotToken? Token { get; set; }

    /// <summary>
    /// Base address of Discord's HTTP API; the gateway's address is asked there. Point it at a proxy or at a sandbox. An http or
    /// https address that ends in /v10, the version spoken here; a slash after it changes nothing. Read at start.
    /// </summary>
    [Required]
    [RegularExpression("^https?://[^?#@]+/v10/?$", ErrorMessage = "an http or https address that ends in /v10, such as https://discord.com/api/v10")]
    public Uri ApiBaseUrl { get; set; } = new("https://discord.com/api/v10");
}
