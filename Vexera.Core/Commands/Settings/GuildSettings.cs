using System.Collections.Frozen;

namespace Vexera.Core.Commands.Settings;

/// <summary>What one guild has set.</summary>
internal sealed class GuildSettings
{
    private readonly FrozenDictionary<string, string> _values;

    /// <param name="values">Values by name.</param>
    public GuildSettings(IEnumerable<KeyValuePair<string, string>> values) => _values = values.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Everything by default.</summary>
    public static GuildSettings Default { get; } = new([]);

    /// <summary>The value, or null for the default.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);
}
