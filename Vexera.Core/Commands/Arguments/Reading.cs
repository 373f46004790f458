namespace Vexera.Core.Commands.Arguments;

/// <summary>What came of reading one argument: a value, nothing there, or something that will not do.</summary>
internal readonly struct Reading
{
    private Reading(object? value, string? offending) => (Value, Offending) = (value, offending);

    /// <summary>Nothing there.</summary>
    public static Reading Absent => default;

    /// <summary>The value; null unless one was understood.</summary>
    public object? Value { get; }

    /// <summary>What was there and will not do; null otherwise.</summary>
    public string? Offending { get; }

    /// <summary>A value.</summary>
    public static Reading Of(object value) => new(value, null);

    /// <summary>Something that will not do.</summary>
    /// <param name="text">What was there.</param>
    public static Reading Refused(string text) => new(null, text);
}
