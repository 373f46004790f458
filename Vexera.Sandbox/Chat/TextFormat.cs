namespace Vexera.Sandbox.Chat;

/// <summary>Fills in the blanks of a text.</summary>
internal static class TextFormat
{
    public static string With(this string text, params object?[] values) => string.Format(Texts.Culture, text, values);
}
