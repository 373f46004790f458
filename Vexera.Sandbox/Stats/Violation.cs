namespace Vexera.Sandbox.Stats;

/// <summary>A rule of Discord's that a client broke.</summary>
/// <param name="Rule">The rule's short name, such as <c>identify-rate</c>.</param>
/// <param name="Detail">What was seen and what is allowed.</param>
/// <param name="At">When.</param>
/// <param name="Where">The session or the route.</param>
internal sealed record Violation(string Rule, string Detail, DateTimeOffset At, string Where);
