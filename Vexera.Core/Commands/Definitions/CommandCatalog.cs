using System.Collections.Frozen;

namespace Vexera.Core.Commands.Definitions;

/// <summary>Every command there is.</summary>
internal sealed class CommandCatalog
{
    private readonly FrozenDictionary<string, CommandEntry> _byName;
    private readonly FrozenDictionary<string, CommandEntry>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    /// <param name="entries">The commands in the order of the help.</param>
    /// <exception cref="InvalidOperationException">Two commands share a name or alias, or a definition contradicts itself.</exception>
    public CommandCatalog(IEnumerable<CommandEntry> entries)
    {
        All = [.. entries];
        var byName = new Dictionary<string, CommandEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in All)
        {
            DefinitionRules.Check(entry.Definition);
            foreach (var name in entry.Definition.Aliases.Prepend(entry.Definition.Name))
            {
                if (!byName.TryAdd(name, entry))
                    throw new InvalidOperationException($"Two commands are called '{name}'; a name or alias belongs to one command.");
            }
        }

        _byName = byName.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _bySpan = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The commands in the order of the help.</summary>
    public IReadOnlyList<CommandEntry> All { get; }

    /// <summary>The command with this name or alias, in any case; null when there is none.</summary>
    public CommandEntry? Find(ReadOnlySpan<char> name) => _bySpan.TryGetValue(name, out var entry) ? entry : null;

    /// <summary>
    /// The one command among <paramref name="candidates"/> whose name is nearly <paramref name="typed"/>; null when none is, or
    /// when several are equally near.
    /// </summary>
    public static CommandEntry? Nearest(ReadOnlySpan<char> typed, IEnumerable<CommandEntry> candidates)
    {
        const int longestName = 32;
        if (typed.Length is < 2 or > longestName)
            return null;
        CommandEntry? nearest = null;
        var (best, tied) = (typed.Length < 5 ? 2 : 3, false);
        foreach (var candidate in candidates)
        {
            foreach (var name in candidate.Definition.Aliases.Prepend(candidate.Definition.Name))
            {
                var distance = EditDistance.Between(typed, name);
                if (distance > best || (distance == best && (nearest is null || nearest == candidate)))
                    continue;
                (tied, best, nearest) = (distance == best, distance, candidate);
            }
        }

        return tied ? null : nearest;
    }
}
