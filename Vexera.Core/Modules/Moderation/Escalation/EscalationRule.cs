using Vexera.Core.Commands.Durations;
using Vexera.Core.Modules.Moderation.Cases;

namespace Vexera.Core.Modules.Moderation.Escalation;

/// <summary>So many warnings within so long lead to something.</summary>
/// <param name="Warnings">How many, 2 to 100; there is one rule for each number.</param>
/// <param name="Period">Within how long, up to the latest.</param>
/// <param name="Action">A mute, kick or ban.</param>
/// <param name="Lasts">How long a mute or ban lasts; null for ever.</param>
internal sealed record EscalationRule(long Warnings, Duration Period, CaseType Action, Duration? Lasts);

/// <summary>A row of the table <c>moderation_escalations</c>.</summary>
internal sealed class EscalationRow
{
    /// <summary>The columns, under the names of this class.</summary>
    public const string Columns = "warnings, period, action, lasts";

    public long Warnings { get; init; }

    public string Period { get; init; } = "";

    public string Action { get; init; } = "";

    public string? Lasts { get; init; }

    /// <summary>The rule.</summary>
    public EscalationRule ToRule() => new(Warnings, Read(Period), Enum.Parse<CaseType>(Action, ignoreCase: true), Lasts is null ? null : Read(Lasts));

    private static Duration Read(string text) =>
        Duration.TryParse(text, out var duration) ? duration : throw new FormatException($"'{text}' in moderation_escalations is no length of time.");
}
