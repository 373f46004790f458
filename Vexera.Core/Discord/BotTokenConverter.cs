using System.ComponentModel;
using System.Globalization;

namespace Vexera.Core.Discord;

/// <summary>Reads a token from configuration; empty text is no token. Never turns one back into text.</summary>
internal sealed class BotTokenConverter : TypeConverter
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    /// <inheritdoc/>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string { Length: > 0 } secret ? new BotToken(secret) : null;
}
