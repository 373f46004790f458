using System.Globalization;
using System.Text.Json;

namespace Vexera.Host.Drills.Scenarios.Files;

/// <summary>Reads a value of a scenario file.</summary>
internal static class FileValue
{
    /// <summary>Whether values of a type can be read.</summary>
    public static bool CanRead(Type type) => type == typeof(TimeSpan) || type == typeof(int) || type == typeof(double) || type == typeof(string) || type == typeof(bool);

    /// <summary>What is allowed for a type, for people.</summary>
    public static string Wanted(Type type) => type == typeof(TimeSpan) ? DrillText.FileWantsTime
        : type == typeof(int) ? DrillText.FileWantsCount
        : type == typeof(double) ? DrillText.FileWantsNumber
        : type == typeof(bool) ? DrillText.FileWantsBool
        : DrillText.FileWantsText;

    /// <summary>Reads one; what is wrong is added to the errors.</summary>
    /// <param name="value">What the file has.</param>
    /// <param name="type">A type of <see cref="CanRead"/>.</param>
    /// <param name="place">Where in the file it is.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="isSigned">Whether a length of time may be below zero.</param>
    /// <returns>The value; null when it is wrong.</returns>
    public static object? Read(JsonElement value, Type type, string place, List<string> errors, bool isSigned = false)
    {
        if (Find(value, type, isSigned) is { } found)
            return found;
        errors.Add(DrillText.FileWrong.With(place, value.GetRawText(), Wanted(type)));
        return null;
    }

    private static object? Find(JsonElement value, Type type, bool isSigned) => value.ValueKind switch
    {
        JsonValueKind.String when type == typeof(TimeSpan) => Time(value.GetString()!, isSigned),
        JsonValueKind.String when type == typeof(string) => value.GetString() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number when type == typeof(int) => value.TryGetInt32(out var count) && count >= 0 ? count : null,
        JsonValueKind.Number when type == typeof(double) => value.GetDouble() is var number and >= 0 ? number : null,
        JsonValueKind.True or JsonValueKind.False when type == typeof(bool) => value.GetBoolean(),
        _ => null,
    };

    private static TimeSpan? Time(string text, bool isSigned) =>
        TimeSpan.TryParseExact(text, ["c", @"h\:mm\:ss"], CultureInfo.InvariantCulture, out var time) && (isSigned || time >= TimeSpan.Zero) ? time : null;
}
