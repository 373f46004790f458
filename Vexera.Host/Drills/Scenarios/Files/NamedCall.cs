using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace Vexera.Host.Drills.Scenarios.Files;

/// <summary>A verb or a promise by the name that it has in a file, with its parameters: the method's own, in the file's spelling.</summary>
internal sealed class NamedCall
{
    private readonly MethodInfo _method;
    private readonly ParameterInfo[] _parameters;

    /// <param name="name">Its name.</param>
    /// <param name="method">The method.</param>
    public NamedCall(string name, MethodInfo method)
    {
        (Name, _method) = (name, method);
        _parameters = [.. method.GetParameters().Where(parameter => parameter.ParameterType != typeof(Moment))];
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The names of its parameters, in order.</summary>
    public IEnumerable<string> Parameters => _parameters.Select(parameter => parameter.Name!);

    /// <summary>Whether every parameter is of a kind that a file can give.</summary>
    public bool IsReadable => Array.TrueForAll(_parameters, parameter => FileValue.CanRead(parameter.ParameterType));

    /// <summary>Calls it.</summary>
    /// <param name="on">The moment, for a verb.</param>
    /// <param name="members">What the file says, the name's own member left out; null for nothing.</param>
    /// <param name="place">Where in the file that is.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <returns>What the method returns; null when something is wrong.</returns>
    public object? Invoke(Moment? on, IReadOnlyDictionary<string, JsonElement>? members, string place, List<string> errors)
    {
        var before = errors.Count;
        foreach (var unknown in members?.Keys.Except(Parameters, StringComparer.Ordinal) ?? [])
            errors.Add(DrillText.FileUnknown.With($"{place}.{unknown}", Allowed));
        var values = _parameters.Select(parameter => Value(parameter, members, place, errors)).ToArray();
        return errors.Count > before ? null : _method.Invoke(null, on is null ? values : [on, .. values]);
    }

    private string Allowed => _parameters.Length == 0 ? DrillText.FileNothing.With(Name) : string.Join(", ", Parameters);

    private static object? Value(
        ParameterInfo parameter, IReadOnlyDictionary<string, JsonElement>? members, string place, List<string> errors)
    {
        if (members is not null && members.TryGetValue(parameter.Name!, out var value))
            return Checked(value, parameter, $"{place}.{parameter.Name}", errors);
        if (parameter.HasDefaultValue)
            return parameter.DefaultValue;
        errors.Add(DrillText.FileMissing.With(place, parameter.Name!, FileValue.Wanted(parameter.ParameterType)));
        return null;
    }

    private static object? Checked(JsonElement value, ParameterInfo parameter, string place, List<string> errors)
    {
        var found = FileValue.Read(value, parameter.ParameterType, place, errors, parameter.IsDefined(typeof(SignedAttribute)));
        if (found is null || parameter.GetCustomAttributes<ValidationAttribute>().FirstOrDefault(rule => !rule.IsValid(found)) is not { } broken)
            return found;
        errors.Add(DrillText.FileWrong.With(place, value.GetRawText(), broken switch
        {
            RangeAttribute range => DrillText.FileWantsRange.With(range.Minimum, range.Maximum),
            AllowedValuesAttribute allowed => string.Join(", ", allowed.Values),
            _ => broken.FormatErrorMessage(parameter.Name!),
        }));
        return null;
    }
}
