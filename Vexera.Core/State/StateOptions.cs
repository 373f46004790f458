using System.ComponentModel.DataAnnotations;

namespace Vexera.Core.State;

/// <summary>Section <c>State</c>: what is kept of the guilds, in memory and in the database.</summary>
public sealed class StateOptions
{
    /// <summary>The section's path.</summary>
    public const string Section = "State";

    /// <summary>
    /// Megabytes that the guilds' channels, roles and settings may take in memory. What does not fit is read from the database
    /// when somebody needs it. 1 to 65536, 256 unless set. Read at start.
    /// </summary>
    [Range(1, 65_536)]
    public int CacheMegabytes { get; set; } = 256;

    /// <summary>
    /// Megabytes that states which changed may take in memory until they are written to the database. While it cannot be written
    /// and more than that has changed, further guilds are only noted, and Discord is asked for their states when somebody needs
    /// them. 1 to 65536, 256 unless set. Read at start.
    /// </summary>
    [Range(1, 65_536)]
    public int JournalMegabytes { get; set; } = 256;

    /// <summary>
    /// How often what changed in the guilds is written to the database, together with how far each shard's session has come. What
    /// was handled since is handled again after the process was killed; messages that answer it are not doubled. 100 ms to 1 minute, 1 second unless
    /// set. Read at start.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan WriteInterval { get; set; } = TimeSpan.FromSeconds(1);
}
