using System.ComponentModel.DataAnnotations;

namespace Vexera.Core.Dispatch;

/// <summary>Section <c>Dispatch</c>: how events wait for handlers, and how long handlers may take.</summary>
public sealed class DispatchOptions
{
    /// <summary>The section's path.</summary>
    public const string Section = "Dispatch";

    /// <summary>
    /// How many events may wait for handlers or be with them; at the limit, reading from Discord pauses. An event with several
    /// handlers counts for each. 100 to 10000000, 100000 unless set. Read at start.
    /// </summary>
    [Range(100, 10_000_000)]
    public int QueueLimit { get; set; } = 100_000;

    /// <summary>
    /// Megabytes that waiting events may take; at the limit, reading from Discord pauses. 1 to 65536, 256 unless set. Read at start.
    /// </summary>
    [Range(1, 65_536)]
    public int QueueMegabytes { get; set; } = 256;

    /// <summary>
    /// How many events may be with handlers at the same time; from 16 on, one handler has at most three quarters of the places.
    /// 1 to 10000, 256 unless set. Read at start.
    /// </summary>
    [Range(1, 10_000)]
    public int MaxParallel { get; set; } = 256;

    /// <summary>
    /// How long a handler may take before it is asked to stop. 100 ms to 1 hour, 30 seconds unless set. Read at start.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan HandlerDeadline { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a handler that was asked to stop has before it is left behind and the guild's next event goes on. 0 to 10 minutes,
    /// 5 seconds unless set. Read at start.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan HandlerGrace { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long waiting events are still handled when the bot stops. 0 to 5 minutes, 10 seconds unless set. Read at start.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
