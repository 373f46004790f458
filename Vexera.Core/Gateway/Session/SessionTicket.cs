namespace Vexera.Core.Gateway.Session;

/// <summary>All that is needed to RESUME a session.</summary>
/// <param name="SessionId">Discord's id of it.</param>
/// <param name="ResumeUrl">Where to resume it, or null for the main address.</param>
/// <param name="Sequence">The number of the last event received.</param>
internal sealed record SessionTicket(string SessionId, Uri? ResumeUrl, long Sequence);
