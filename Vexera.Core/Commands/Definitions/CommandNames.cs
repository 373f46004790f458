namespace Vexera.Core.Commands.Definitions;

/// <summary>What a command is called, in all the ways the prefix form knows.</summary>
internal static class CommandNames
{
    /// <summary>The most characters of a name: two words of 32 and the space between.</summary>
    public const int Longest = 65;

    /// <summary>The full name, then every other: aliases, and for a command of a group each word of the group with each of its own.</summary>
    public static IEnumerable<string> Of(CommandDefinition definition)
    {
        var own = definition.Aliases.Prepend(definition.Name);
        return definition.Group is { } group ? FirstWords(group).SelectMany(first => own.Select(second => $"{first} {second}")) : own;
    }

    /// <summary>A group's name and aliases.</summary>
    public static IEnumerable<string> FirstWords(CommandGroup group) => group.Aliases.Prepend(group.Name);

    /// <summary>A name as a person typed it, with one space between its words.</summary>
    public static string Normalized(string typed) =>
        string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The one command among <paramref name="candidates"/> whose name is nearly <paramref name="typed"/>; null when none is, or several are.</summary>
    public static CommandEntry? Nearest(string typed, IEnumerable<CommandEntry> candidates) => EditDistance.Nearest(
        typed, candidates.SelectMany(candidate => Of(candidate.Definition).Select(name => (name, candidate))));
}
