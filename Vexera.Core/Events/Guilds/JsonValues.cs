using System.Text.Json;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Json;

namespace Vexera.Core.Events.Guilds;

/// <summary>
/// The next value behind a property name. What is of another kind throws, by the reader's own exceptions too; see
/// <see cref="GuildReader"/>.
/// </summary>
internal static class JsonValues
{
    /// <summary>Reads one object that the reader is at the start of.</summary>
    public delegate T ObjectReader<out T>(ref Utf8JsonReader reader);

    /// <summary>Text.</summary>
    public static string NextText(ref Utf8JsonReader reader) => MaybeNextText(ref reader) ?? throw new JsonException("Expected text, found null.");

    /// <summary>Text or null.</summary>
    public static string? MaybeNextText(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }

    /// <summary>A whole number.</summary>
    public static int NextNumber(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetInt32();
    }

    /// <summary>A whole number or null.</summary>
    public static int? MaybeNextNumber(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : reader.GetInt32();
    }

    /// <summary>True or false.</summary>
    public static bool NextFlag(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetBoolean();
    }

    /// <summary>An instant or null.</summary>
    public static DateTimeOffset? MaybeNextInstant(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : reader.GetDateTimeOffset();
    }

    /// <summary>An id.</summary>
    public static Snowflake NextId(ref Utf8JsonReader reader)
    {
        reader.Read();
        return SnowflakeJsonConverter.Read(ref reader);
    }

    /// <summary>An id or null.</summary>
    public static Snowflake? MaybeNextId(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : SnowflakeJsonConverter.Read(ref reader);
    }

    /// <summary>A list of objects.</summary>
    public static IReadOnlyList<T> NextList<T>(ref Utf8JsonReader reader, ObjectReader<T> read)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("Expected a list.");
        List<T>? list = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
                throw new JsonException("Expected an object in a list.");
            (list ??= []).Add(read(ref reader));
        }

        return list is null ? [] : list;
    }

    /// <summary>Goes past the next value.</summary>
    public static void SkipNext(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    /// <summary>Goes to the next property's name; false at the object's end.</summary>
    public static bool NextProperty(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>What an object must have.</summary>
    public static T Required<T>(T? value, string name)
        where T : struct =>
        value ?? throw new JsonException($"Expected {name}.");
}
