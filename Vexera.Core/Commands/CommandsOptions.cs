using System.ComponentModel.DataAnnotations;

namespace Vexera.Core.Commands;

/// <summary>How people call the bot.</summary>
public sealed class CommandsOptions
{
    /// <summary>The section's path.</summary>
    public const string Section = "Commands";

    /// <summary>
    /// What a message starts with to be a command, where a guild has not chosen otherwise; 1 to 5 characters without white space.
    /// A mention of the bot always works too. Followed while running.
    /// </summary>
    [Required]
    [RegularExpression(@"^\S{1,5}$", ErrorMessage = "1 to 5 characters without white space, such as +")]
    public string Prefix { get; set; } = "+";

    /// <summary>
    /// The language where neither a person nor a guild has chosen one: en, fr or de. Followed while running.
    /// </summary>
    [Required]
    public string Language { get; set; } = "en";

    /// <summary>Full names of commands that are switched off, such as "ping" or "perms add". Followed while running.</summary>
    public IList<string> Disabled { get; } = [];

    /// <summary>
    /// Ids of Discord accounts that may use the owner's commands, besides the account that owns the application. Followed while
    /// running.
    /// </summary>
    public IList<string> Owners { get; } = [];

    /// <summary>How long a command may take; then it is cancelled and says so. 1 second to 14 minutes. Followed while running.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:14:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many commands may be at work at once; more wait for their turn. 1 to 100000. Read at start.</summary>
    [Range(1, 100_000)]
    public int MaxRunning { get; set; } = 1_000;

    /// <summary>How many guilds' settings and permission rules are kept in memory, about 200 bytes each and 200 for each rule; guilds that have set nothing do not count. 100 to 1000000. Read at start.</summary>
    [Range(100, 1_000_000)]
    public int CachedGuilds { get; set; } = 50_000;

    /// <summary>How many people's settings are kept in memory, about 200 bytes each; people who have set nothing do not count. 100 to 1000000. Read at start.</summary>
    [Range(100, 1_000_000)]
    public int CachedUsers { get; set; } = 50_000;
}
