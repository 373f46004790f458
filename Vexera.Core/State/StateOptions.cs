using System.ComponentModel.DataAnnotations;

namespace Vexera.Core.State;

/// <summary>Section <c>State</c>: what is kept in memory of the guilds.</summary>
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
}
