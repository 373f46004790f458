using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Vexera.Core.Commands.Definitions;

namespace Vexera.Core.Commands.Components;

/// <summary>Every kind of component there is.</summary>
internal sealed partial class ComponentCatalog
{
    private readonly FrozenDictionary<string, ComponentEntry> _byName;

    /// <param name="entries">The kinds.</param>
    /// <param name="commands">The commands they may belong to.</param>
    /// <exception cref="InvalidOperationException">Two share a name, a name is none, or a command is unknown.</exception>
    public ComponentCatalog(IEnumerable<ComponentEntry> entries, CommandCatalog commands)
    {
        var byName = new Dictionary<string, ComponentEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var (name, command) = (entry.Definition.Name, entry.Definition.Command);
            if (!Name().IsMatch(name))
                throw new InvalidOperationException($"Component '{name}': a name is 1 to 30 of a–z, 0–9 and -.");
            if (command is not null && commands.Find(command) is null)
                throw new InvalidOperationException($"Component '{name}' belongs to command '{command}', which there is not.");
            if (!byName.TryAdd(name, entry))
                throw new InvalidOperationException($"Two components are called '{name}'.");
        }

        _byName = byName.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The kind with this name; null when there is none.</summary>
    public ComponentEntry? Find(string name) => _byName.GetValueOrDefault(name);

    [GeneratedRegex("^[a-z0-9-]{1,30}$")]
    private static partial Regex Name();
}
