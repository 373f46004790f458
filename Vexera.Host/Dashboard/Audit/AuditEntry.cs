namespace Vexera.Host.Dashboard.Audit;

/// <summary>Something that was done, or tried, on the dashboard.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who: an account of Discord's, the key, or anybody on this machine.</param>
/// <param name="From">The address they came from.</param>
/// <param name="Action">What.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record AuditEntry(DateTimeOffset At, string Who, string From, string Action, string Outcome);
