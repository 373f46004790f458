using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Escalation;

namespace Vexera.Core.Modules.Moderation.Commands;

/// <summary>What the commands <c>escalation …</c> share.</summary>
internal static class EscalationCommands
{
    /// <summary>The most warnings of a rule.</summary>
    public const int MostWarnings = 100;

    /// <summary>The first word.</summary>
    public static CommandGroup Group { get; } = new("escalation", ModerationText.EscalationGroup);

    /// <summary>A rule in words.</summary>
    public static Text Of(EscalationRule rule) => rule.Lasts is { } lasts
        ? ModerationText.EscalationRuleFor(rule.Warnings, rule.Period.ToString(), CaseTypeNames.Of(rule.Action), lasts.ToString())
        : ModerationText.EscalationRuleForEver(rule.Warnings, rule.Period.ToString(), CaseTypeNames.Of(rule.Action));
}
