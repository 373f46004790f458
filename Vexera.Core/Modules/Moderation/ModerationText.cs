using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Moderation;

/// <summary>What the moderation says; the wording is in ModerationText.resx.</summary>
internal static class ModerationText
{
    private static readonly TextSet Set = new(typeof(ModerationText));

    public static Text Category => Set.Plain();
}
