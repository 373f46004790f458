using System.Globalization;

namespace Vexera.Host;

/// <summary>Fills texts from resource files.</summary>
internal static class Wording
{
    /// <summary>The text with <c>{0}</c>, <c>{1}</c>… replaced.</summary>
    public static string With(this string text, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.CurrentCulture, text, values);
}
