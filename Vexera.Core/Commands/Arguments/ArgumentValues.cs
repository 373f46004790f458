using System.Diagnostics.CodeAnalysis;
using Vexera.Core.Commands.Definitions;

namespace Vexera.Core.Commands.Arguments;

/// <summary>The values of one command's arguments, once they are understood.</summary>
internal sealed class ArgumentValues
{
    private readonly Dictionary<Argument, object> _values = [];

    /// <summary>The value of an argument that is required.</summary>
    /// <exception cref="KeyNotFoundException">The argument is optional and was not given, or belongs to another command.</exception>
    public T Get<T>(Argument<T> argument)
        where T : notnull => (T)_values[argument];

    /// <summary>The value of an argument, if it was given.</summary>
    public bool TryGet<T>(Argument<T> argument, [MaybeNullWhen(false)] out T value)
        where T : notnull
    {
        var given = _values.TryGetValue(argument, out var boxed);
        value = given ? (T)boxed! : default;
        return given;
    }

    /// <summary>Keeps a value.</summary>
    public void Set(Argument argument, object value) => _values[argument] = value;
}
