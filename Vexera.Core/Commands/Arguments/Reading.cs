using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Commands.Arguments;

/// <summary>What came of reading one argument: a value, nothing there, or something that will not do.</summary>
internal readonly struct Reading
{
    private Reading(object? value, string? offending, Text? problem) => (Value, Offending, Problem) = (value, offending, problem);

    /// <summary>Nothing there.</summary>
    public static Reading Absent => default;

    /// <summary>The value; null unless one was understood.</summary>
    public object? Value { get; }

    /// <summary>What was there and will not do; null otherwise.</summary>
    public string? Offending { get; }

    /// <summary>What is wrong with it, where that is more than not being allowed.</summary>
    public Text? Problem { get; }

    /// <summary>A value.</summary>
    public static Reading Of(object value) => new(value, null, null);

    /// <summary>Something that will not do.</summary>
    /// <param name="text">What was there.</param>
    /// <param name="problem">What is wrong with it, in a sentence; null when what is allowed says enough.</param>
    public static Reading Refused(string text, Text? problem = null) => new(null, text, problem);
}
