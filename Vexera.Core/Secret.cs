using System.ComponentModel;
using System.Globalization;

namespace Vexera.Core;

/// <summary>A setting that nobody must see. Prints redacted everywhere; only <see cref="Reveal"/> gives it.</summary>
/// <param name="secret">What it is.</param>
[TypeConverter(typeof(Converter))]
public sealed class Secret(string secret)
{
    /// <summary>The secret itself, for where it is needed and never for a log.</summary>
    public string Reveal() => secret;

    /// <summary>Always <c>[redacted]</c>.</summary>
    public override string ToString() => "[redacted]";

    /// <summary>Reads a secret from configuration; empty text is none. Never turns one back into text.</summary>
    private sealed class Converter : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
            value is string { Length: > 0 } text ? new Secret(text) : null;
    }
}
