using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Commands.Components;

/// <summary>What buttons, pages and confirmations say; the wording is in ComponentsText.resx.</summary>
internal static class ComponentsText
{
    private static readonly TextSet Set = new(typeof(ComponentsText));

    public static Text Unknown => Set.Plain();

    public static Text NotYours(string caller) => Set.With([caller]);

    public static Text SwitchedOff => Set.Plain();

    public static Text TimedOut(string errorId) => Set.With([errorId]);

    public static Text Failed(string errorId) => Set.With([errorId]);

    public static Text AsFile => Set.Plain();

    public static Text FilesForbidden(Text permission) => Set.With([permission]);

    public static Text PagesGone => Set.Plain();

    public static Text Yes => Set.Plain();

    public static Text No => Set.Plain();

    public static Text Until(string when) => Set.With([when]);

    public static Text Declined => Set.Plain();

    public static Text Expired => Set.Plain();

    public static Text QuestionGone => Set.Plain();
}
