namespace Vexera.Core.Gateway.Session;

/// <summary>What the state machine knows of the outside when something happens.</summary>
/// <param name="Now">Time on a clock that only goes forward.</param>
/// <param name="Jitter">A random number from 0 up to 1.</param>
internal readonly record struct Moment(TimeSpan Now, double Jitter);
