using System.Text.Json;

namespace Vexera.Core.Commands.Arguments;

/// <summary>A slash option's value in the words a person would have typed.</summary>
internal static class JsonText
{
    /// <summary>Text as it is; numbers and booleans as JSON writes them.</summary>
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => TextOf(value),
        JsonValueKind.Undefined => "",
        _ => value.GetRawText(),
    };

    // Half a surrogate pair can be written in JSON, but is no text.
    private static string TextOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }
}
