using Vexera.Core.Modules.Moderation.Escalation;

namespace Vexera.Core.Modules.Moderation.Cases;

/// <summary>What writing a case came to.</summary>
/// <param name="Case">The case; the one that is there already when its cause or audit-log entry had one.</param>
/// <param name="IsNew">Whether it was written just now.</param>
/// <param name="Closed">The case whose ban or mute it replaced or lifted; null for none.</param>
internal sealed record CaseRecord(Case Case, bool IsNew, Case? Closed = null)
{
    /// <summary>What the warning leads to; null for nothing.</summary>
    public EscalationRule? Escalation { get; init; }
}
