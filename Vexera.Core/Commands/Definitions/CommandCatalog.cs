using System.Collections.Frozen;

namespace Vexera.Core.Commands.Definitions;

/// <summary>Every command there is.</summary>
internal sealed class CommandCatalog
{
    private readonly FrozenDictionary<string, CommandEntry> _byName;
    private readonly FrozenDictionary<string, CommandEntry>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly FrozenDictionary<string, CommandGroup> _groups;

    /// <param name="entries">The commands in the order of the help.</param>
    /// <exception cref="InvalidOperationException">Two commands share a name or alias, or a definition contradicts itself.</exception>
    public CommandCatalog(IEnumerable<CommandEntry> entries)
    {
        All = [.. entries];
        var byName = new Dictionary<string, CommandEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in All)
        {
            DefinitionRules.Check(entry.Definition);
            foreach (var name in CommandNames.Of(entry.Definition))
            {
                if (!byName.TryAdd(name, entry))
                    throw new InvalidOperationException($"Two commands are called '{name}'; a name or alias belongs to one command.");
            }
        }

        _byName = byName.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _bySpan = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
        _groups = Groups(byName).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        LocalizedNameRules.Check(All.Select(entry => entry.Definition));
    }

    /// <summary>The commands in the order of the help.</summary>
    public IReadOnlyList<CommandEntry> All { get; }

    /// <summary>The command with this full name or an alias of it, in any case; null when there is none.</summary>
    /// <param name="name">One word, or two with one space between.</param>
    public CommandEntry? Find(ReadOnlySpan<char> name) => _bySpan.TryGetValue(name, out var entry) ? entry : null;

    /// <summary>The group with this name or alias, in any case; null when there is none.</summary>
    public CommandGroup? FindGroup(string name) => _groups.GetValueOrDefault(name);

    /// <summary>A group's commands in the order of the help.</summary>
    public IEnumerable<CommandEntry> In(CommandGroup group) => All.Where(command => command.Definition.Group == group);

    private Dictionary<string, CommandGroup> Groups(Dictionary<string, CommandEntry> commands)
    {
        var byName = new Dictionary<string, CommandGroup>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in All.Select(command => command.Definition.Group).OfType<CommandGroup>().Distinct())
        {
            DefinitionRules.Check(group, In(group).Count());
            foreach (var name in CommandNames.FirstWords(group))
            {
                if (commands.ContainsKey(name) || !byName.TryAdd(name, group))
                    throw new InvalidOperationException($"'{name}' begins the commands of a group; nothing else can be called that.");
            }
        }

        return byName;
    }
}
