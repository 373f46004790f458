namespace Vexera.Core.Telemetry;

/// <summary>How far this machine's clock is from Discord's.</summary>
internal interface IDiscordClock
{
    /// <summary>
    /// What to add to this machine's time to get Discord's, to the second; zero while the two are within 2 seconds, and before
    /// Discord first answered.
    /// </summary>
    TimeSpan Ahead { get; }
}
