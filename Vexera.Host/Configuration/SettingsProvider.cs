namespace Vexera.Host.Configuration;

/// <summary>Settings from one place. Keeps what it has until somebody hands it something better.</summary>
/// <param name="name">What to call the place in messages.</param>
/// <param name="keys">What it holds.</param>
/// <param name="isFile">Whether the place is a file that holds settings and nothing else.</param>
internal sealed class SettingsProvider(string name, IDictionary<string, string?> keys, bool isFile = false)
    : ConfigurationProvider, IConfigurationSource
{
    /// <summary>What to call the place in messages.</summary>
    public string Name { get; private set; } = name;

    /// <summary>Whether the place is a file that holds settings and nothing else.</summary>
    public bool IsFile { get; } = isFile;

    /// <inheritdoc/>
    public override void Load() => Data = new Dictionary<string, string?>(keys, StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes what another holds, and tells everybody who listens.</summary>
    /// <returns>The paths whose values changed.</returns>
    public IReadOnlyList<string> Take(SettingsProvider other)
    {
        var changed = Data.Keys.Union(other.Data.Keys, StringComparer.OrdinalIgnoreCase)
            .Where(key => Data.TryGetValue(key, out var old) != other.Data.TryGetValue(key, out var taken) || old != taken)
            .Order(StringComparer.OrdinalIgnoreCase)
            .ToList();
        Name = other.Name;
        Data = other.Data;
        OnReload();
        return changed;
    }

    /// <inheritdoc/>
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;
}
