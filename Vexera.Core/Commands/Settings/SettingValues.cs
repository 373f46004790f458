using System.Collections.Frozen;

namespace Vexera.Core.Commands.Settings;

/// <summary>What one guild or user has set.</summary>
internal sealed class SettingValues
{
    private readonly FrozenDictionary<string, string> _values;

    /// <param name="values">Values by name.</param>
    public SettingValues(IEnumerable<KeyValuePair<string, string>> values) => _values = values.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Everything by default.</summary>
    public static SettingValues Default { get; } = new([]);

    /// <summary>The value, or null for the default.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);
}
