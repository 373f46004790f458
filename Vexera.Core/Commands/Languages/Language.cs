using System.Globalization;

namespace Vexera.Core.Commands.Languages;

/// <summary>A language that the bot speaks.</summary>
/// <remarks>How numbers are written stands here and does not come from the machine: the executable runs without ICU.</remarks>
internal sealed class Language
{
    /// <param name="code">The ISO 639 code, which is also the middle of the names of its .resx files: <c>fr</c>.</param>
    /// <param name="name">Its name in itself: <c>Français</c>.</param>
    /// <param name="group">What stands between thousands.</param>
    /// <param name="point">What stands before decimals.</param>
    /// <param name="plurals">Which form of a word goes with a number.</param>
    /// <param name="locales">Discord's codes for it; the first is used where one is enough.</param>
    public Language(string code, string name, string group, string point, PluralRule plurals, params string[] locales)
    {
        (Code, Name, Plurals, Locales) = (code, name, plurals, locales);
        var culture = new CultureInfo(code);
        culture.NumberFormat = new NumberFormatInfo
        {
            NumberGroupSeparator = group,
            NumberDecimalSeparator = point,
            PercentGroupSeparator = group,
            PercentDecimalSeparator = point,
            PercentPositivePattern = CultureInfo.InvariantCulture.NumberFormat.PercentPositivePattern,
        };
        Culture = CultureInfo.ReadOnly(culture);
        Format = new WordingFormat(this);
    }

    /// <summary>The ISO 639 code: <c>fr</c>.</summary>
    public string Code { get; }

    /// <summary>Its name in itself: <c>Français</c>.</summary>
    public string Name { get; }

    /// <summary>Which form of a word goes with a number.</summary>
    public PluralRule Plurals { get; }

    /// <summary>Discord's codes for it. Source: https://discord.com/developers/docs/reference#locales.</summary>
    public IReadOnlyList<string> Locales { get; }

    /// <summary>Finds its resources and writes numbers its way.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Fills in the placeholders of wordings.</summary>
    public IFormatProvider Format { get; }

    /// <inheritdoc/>
    public override string ToString() => Code;
}
