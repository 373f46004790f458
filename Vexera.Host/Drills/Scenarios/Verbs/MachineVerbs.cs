using System.Text.Json;
using Vexera.Host.Drills.Bot.Faults;

namespace Vexera.Host.Drills.Scenarios.Verbs;

/// <summary>What happens to the machine under the bot. A new process begins with a machine that is well.</summary>
internal static class MachineVerbs
{
    /// <summary>Each transaction and each read of the database takes a time longer; none is quick again.</summary>
    public static Moment SlowDisk(this Moment moment, TimeSpan takes) => moment.Fault(
        takes == TimeSpan.Zero ? DrillText.DiskQuick : DrillText.DiskSlow.With(takes.TotalSeconds), FaultRegistration.SlowDisk, (long)takes.TotalMilliseconds);

    /// <summary>The disk has no room for the database.</summary>
    public static Moment DiskFull(this Moment moment) => moment.Fault(DrillText.DiskFull, FaultRegistration.FullDisk, 1);

    /// <summary>The disk has room again.</summary>
    public static Moment DiskHasRoom(this Moment moment) => moment.Fault(DrillText.DiskHasRoom, FaultRegistration.FullDisk, 0);

    /// <summary>The clock is set; how time passes does not change.</summary>
    /// <param name="moment">When.</param>
    /// <param name="ahead">By how much it is ahead then; below zero for behind, none for right.</param>
    public static Moment SetClock(this Moment moment, [Signed] TimeSpan ahead) => moment.Fault(
        ahead == TimeSpan.Zero ? DrillText.ClockRight : ahead > TimeSpan.Zero ? DrillText.ClockAhead.With(ahead.TotalHours) : DrillText.ClockBehind.With(-ahead.TotalHours),
        FaultRegistration.SetClock,
        (long)ahead.TotalMilliseconds);

    private static Moment Fault(this Moment moment, string text, string name, long strength) => moment.Do(
        text, (drill, cancellationToken) => BotVerbs.AskAsync(drill, name, JsonSerializer.SerializeToElement(strength), cancellationToken));
}
