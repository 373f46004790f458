using System.Globalization;
using System.Text;
using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Basics;

/// <summary>What a guild's prefix may be.</summary>
internal static class PrefixRules
{
    private const int Longest = 5;

    /// <summary>The rule that a prefix breaks, or null.</summary>
    public static Text? Broken(string prefix)
    {
        if (prefix.Length > Longest)
            return BasicsText.PrefixLengthRule;
        if (prefix.EnumerateRunes().Any(IsInvisible))
            return BasicsText.PrefixInvisibleRule;
        if (prefix[0] is '/' or '@' or '#' or '<')
            return BasicsText.PrefixReservedRule;
        if (prefix.Contains('`', StringComparison.Ordinal))
            return BasicsText.PrefixBackquoteRule;
        return char.IsLetterOrDigit(prefix[^1]) ? BasicsText.PrefixWordRule : null;
    }

    private static bool IsInvisible(Rune rune) => rune.Value == 0xFFFD || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.PrivateUse or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator;
}
