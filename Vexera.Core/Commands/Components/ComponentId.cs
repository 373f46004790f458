using System.Globalization;
using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Components;

/// <summary>
/// What a button or select says when it is used: <c>name:caller:payload</c>. Everything that its handler needs to know stands in it or
/// in the database, so that it works for as long as the message is there.
/// </summary>
/// <param name="Name">Which handler it is for.</param>
/// <param name="Caller">Who may use it; null for anyone.</param>
/// <param name="Payload">What the handler needs to know, in its own format; may be empty.</param>
internal readonly record struct ComponentId(string Name, Snowflake? Caller, string Payload)
{
    /// <summary>The most characters that Discord takes.</summary>
    public const int Longest = 100;

    private const char Separator = ':';

    /// <summary>Reads one; false for what is none, such as that of a much older version.</summary>
    public static bool TryParse(string text, out ComponentId id)
    {
        id = default;
        var parts = text.Split(Separator, 3);
        if (parts.Length < 3 || parts[0].Length == 0)
            return false;
        Snowflake? caller = null;
        if (parts[1].Length > 0)
        {
            if (!Snowflake.TryParse(parts[1], CultureInfo.InvariantCulture, out var parsed))
                return false;
            caller = parsed;
        }

        id = new ComponentId(parts[0], caller, parts[2]);
        return true;
    }

    /// <summary>As it stands in the component.</summary>
    /// <exception cref="InvalidOperationException">It is longer than 100 characters.</exception>
    public override string ToString()
    {
        var text = $"{Name}{Separator}{Caller}{Separator}{Payload}";
        return text.Length <= Longest ? text : throw new InvalidOperationException($"The id of component '{Name}' is longer than {Longest} characters.");
    }
}
