using Vexera.Sandbox.Chat.Model;

namespace Vexera.Sandbox.Chat.Session;

/// <summary>A command that can be used as it is: one without commands below it, or one of those below.</summary>
internal sealed record CommandLeaf(ChatCommand Command, IReadOnlyList<ChatOption> Path)
{
    /// <summary>All names, such as "perms allow".</summary>
    public string Name { get; } = string.Join(' ', Path.Select(p => p.Name).Prepend(Command.Name));

    public string Description => Path.Count == 0 ? Command.Description : Path[^1].Description;

    public IReadOnlyList<ChatOption> Options => Path.Count == 0 ? Command.Options : Path[^1].Options;

    /// <summary>All that can be used, by name.</summary>
    public static IReadOnlyList<CommandLeaf> Of(IEnumerable<ChatCommand> commands) =>
        [.. commands.Where(c => c.Type == 1).SelectMany(c => Below(c, [], c.Options)).OrderBy(l => l.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Those that fit what is typed after the slash, the best first.</summary>
    public static IReadOnlyList<CommandLeaf> Search(IReadOnlyList<CommandLeaf> leaves, string typed)
    {
        var words = typed.Trim();
        return
        [
            .. leaves.Where(l => l.Name.StartsWith(words, StringComparison.OrdinalIgnoreCase)),
            .. leaves.Where(l => l.Name.IndexOf(words, StringComparison.OrdinalIgnoreCase) > 0),
        ];
    }

    private static IEnumerable<CommandLeaf> Below(ChatCommand command, IReadOnlyList<ChatOption> path, IReadOnlyList<ChatOption> options)
    {
        var below = options.Where(o => o.Type is ChatOptionType.SubCommand or ChatOptionType.SubCommandGroup).ToList();
        return below.Count == 0 ? [new CommandLeaf(command, path)] : below.SelectMany(o => Below(command, [.. path, o], o.Options));
    }
}
