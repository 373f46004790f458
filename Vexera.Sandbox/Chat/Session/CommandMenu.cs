namespace Vexera.Sandbox.Chat.Session;

/// <summary>What stands behind the slash: commands to pick from, then the one that is being filled in.</summary>
internal sealed class CommandMenu(ChatSession session, InteractionDesk desk)
{
    /// <summary>As many as one sees without losing the way.</summary>
    private const int MostShown = 25;

    private Task<IReadOnlyList<CommandLeaf>>? _loading;
    private CommandDraft? _draft;
    private string? _typed;
    private ulong? _channel;

    public IReadOnlyList<CommandLeaf> Matches { get; private set; } = [];

    /// <summary>The match that Enter picks.</summary>
    public int Highlight { get; private set; }

    public bool IsOpen => IsHere && _typed is not null && Draft is null;

    /// <summary>Whether there is something to pick.</summary>
    public bool HasMatches => IsOpen && Matches.Count > 0;

    /// <summary>The command that is being filled in.</summary>
    public CommandDraft? Draft => IsHere ? _draft : null;

    /// <summary>Whoever goes to another channel leaves the menu behind.</summary>
    private bool IsHere => _channel is not null && _channel == session.Channel?.Id;

    /// <summary>Follows what is typed; a text that begins with a slash opens the menu, another closes it.</summary>
    public async Task TypeAsync(string text)
    {
        if (!text.StartsWith('/') || text.Contains('\n', StringComparison.Ordinal))
        {
            Close();
            return;
        }
        if (!IsHere) _loading = null;
        _channel = session.Channel?.Id;
        _typed = text[1..];
        var leaves = await (_loading ??= desk.GetCommandsAsync());
        if (_typed is null) return;
        Matches = [.. CommandLeaf.Search(leaves, _typed).Take(MostShown)];
        Highlight = 0;
        session.Notify(ChatParts.Composer);
    }

    public void Move(int by)
    {
        Highlight = Matches.Count == 0 ? 0 : (Highlight + by + Matches.Count) % Matches.Count;
        session.Notify(ChatParts.Composer);
    }

    /// <summary>Begins to fill in the highlighted command, or the given one.</summary>
    public void Pick(CommandLeaf? leaf = null)
    {
        leaf ??= HasMatches ? Matches[Highlight] : null;
        if (leaf is null) return;
        _draft = new CommandDraft(leaf);
        session.Notify(ChatParts.Composer);
    }

    /// <summary>Forgets everything; the next slash asks for the commands anew.</summary>
    public void Close()
    {
        _typed = null;
        _loading = null;
        _draft = null;
        Matches = [];
        Highlight = 0;
        session.Notify(ChatParts.Composer);
    }
}
