namespace Vexera.Core.Commands.Languages;

/// <summary>
/// Which form of a word goes with a number. Source: https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html
/// (cardinals).
/// </summary>
/// <param name="Forms">How many forms there are.</param>
/// <param name="FormOf">The form for a number, counted from 0 in CLDR's order: zero, one, two, few, many, other.</param>
internal sealed record PluralRule(int Forms, Func<decimal, int> FormOf)
{
    /// <summary>One form for 1, another for the rest: English, German.</summary>
    public static PluralRule One { get; } = new(2, number => number == 1 ? 0 : 1);

    /// <summary>One form below 2, another from there: French, whose form for whole millions ("de") is left out.</summary>
    public static PluralRule ZeroAndOne { get; } = new(2, number => Math.Abs(number) < 2 ? 0 : 1);
}
