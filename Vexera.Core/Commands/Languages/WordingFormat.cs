using System.Globalization;

namespace Vexera.Core.Commands.Languages;

/// <summary>
/// Fills in placeholders of one language: numbers are written its way, and <c>{0:plural:server|servers}</c> becomes the form that
/// goes with the number.
/// </summary>
/// <param name="language">The language.</param>
internal sealed class WordingFormat(Language language) : IFormatProvider, ICustomFormatter
{
    /// <summary>What stands before the forms.</summary>
    public const string Plural = "plural:";

    /// <summary>What stands between the forms.</summary>
    public const char Between = '|';

    /// <inheritdoc/>
    public object? GetFormat(Type? formatType) =>
        formatType == typeof(ICustomFormatter) ? this : language.Culture.GetFormat(formatType);

    /// <inheritdoc/>
    /// <exception cref="FormatException">Forms are missing, or too many.</exception>
    /// <exception cref="InvalidCastException">Forms for something that is no number.</exception>
    public string Format(string? format, object? arg, IFormatProvider? formatProvider)
    {
        if (format is not null && format.StartsWith(Plural, StringComparison.Ordinal))
            return Form(format[Plural.Length..].Split(Between), Convert.ToDecimal(arg, CultureInfo.InvariantCulture));
        return arg is IFormattable formattable ? formattable.ToString(format, language.Culture) : arg?.ToString() ?? "";
    }

    private string Form(string[] forms, decimal number) => forms.Length == language.Plurals.Forms
        ? forms[language.Plurals.FormOf(number)]
        : throw new FormatException($"'{string.Join(Between, forms)}' has {forms.Length} forms; {language} has {language.Plurals.Forms}.");
}
