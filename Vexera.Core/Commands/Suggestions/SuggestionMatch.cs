namespace Vexera.Core.Commands.Suggestions;

/// <summary>Which of many values fit what is typed.</summary>
internal static class SuggestionMatch
{
    /// <summary>Those whose name starts with what is typed, then those that contain it, in their order; all while nothing is typed.</summary>
    /// <typeparam name="T">The values.</typeparam>
    public static IEnumerable<T> Of<T>(string typed, IEnumerable<T> values, Func<T, string> nameOf) => values
        .Select(value => (Value: value, At: nameOf(value).IndexOf(typed, StringComparison.OrdinalIgnoreCase)))
        .Where(one => one.At >= 0)
        .OrderBy(one => one.At > 0)
        .Select(one => one.Value);
}
