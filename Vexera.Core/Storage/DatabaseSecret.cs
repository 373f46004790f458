using System.ComponentModel;
using System.Globalization;

namespace Vexera.Core.Storage;

/// <summary>A connection string, which may hold a password. Prints redacted everywhere; only <see cref="Reveal"/> gives it.</summary>
/// <param name="secret">The string in Npgsql's form: <c>Host=…;Database=…;Username=…;Password=…</c>.</param>
[TypeConverter(typeof(Converter))]
public sealed class DatabaseSecret(string secret)
{
    /// <summary>The string itself, for the database driver only.</summary>
    public string Reveal() => secret;

    /// <summary>Always <c>[redacted]</c>.</summary>
    public override string ToString() => "[redacted]";

    /// <summary>Reads a string from configuration; empty text is none. Never turns one back into text.</summary>
    private sealed class Converter : TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
            value is string { Length: > 0 } text ? new DatabaseSecret(text) : null;
    }
}
