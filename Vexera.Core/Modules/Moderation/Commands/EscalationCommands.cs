using Vexera.Core.Commands.Arguments;
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

    /// <summary>How many warnings.</summary>
    public static IntegerArgument Number { get; } = new(1, MostWarnings);

    /// <summary>Within how long, and for how long.</summary>
    public static DurationArgument Length { get; } = new();

    /// <summary>What they lead to.</summary>
    public static ChoiceArgument Action { get; } = new("mute", "kick", "ban");

    /// <summary>The first word.</summary>
    public static CommandGroup Group { get; } = new("escalation", ModerationText.EscalationGroup);

    /// <summary>A rule in words.</summary>
    public static Text Of(EscalationRule rule) => rule.Lasts is { } lasts
        ? ModerationText.EscalationRuleFor(rule.Warnings, rule.Period.ToString(), CaseTypeNames.Of(rule.Action), lasts.ToString())
        : ModerationText.EscalationRuleForEver(rule.Warnings, rule.Period.ToString(), CaseTypeNames.Of(rule.Action));
}
