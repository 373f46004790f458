using System.ComponentModel.DataAnnotations;

namespace Vexera.Core.Scheduling;

/// <summary>Section <c>Scheduling</c>: how work that is due is done, such as the ends of bans.</summary>
public sealed class SchedulingOptions
{
    /// <summary>The section's path.</summary>
    public const string Section = "Scheduling";

    /// <summary>How much due work may be under way at the same time. 1 to 1000, 32 unless set. Read at start.</summary>
    [Range(1, 1_000)]
    public int MaxParallel { get; set; } = 32;

    /// <summary>How long an attempt may take before it is asked to stop. 1 second to 1 hour, 1 minute unless set. Read at start.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan HandlerDeadline { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long an attempt that was asked to stop has before it is left behind. 0 to 10 minutes, 5 seconds unless set. Read at start.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan HandlerGrace { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long work waits after its first attempt that failed, at random up to half of it less; each further wait is twice as
    /// long. 1 second to 1 hour, 5 seconds unless set. Read at start.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RetryFirst { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait between two attempts. 1 second to 1 day, 1 hour unless set. Read at start.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RetryMax { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long attempts that are under way may go on when the bot stops; what is cut short is done after the next start. 0 to
    /// 5 minutes, 5 seconds unless set. Read at start.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
