namespace Vexera.Sandbox.Chat.Model;

/// <summary>A person or a bot, as Discord's API describes one.</summary>
public sealed record ChatUser
{
    /// <summary>The user's id.</summary>
    public ulong Id { get; init; }

    /// <summary>The unique name.</summary>
    public string Username { get; init; } = "";

    /// <summary>The name to show, where one was chosen.</summary>
    public string? GlobalName { get; init; }

    /// <summary>Whether a program is behind it.</summary>
    public bool Bot { get; init; }

    /// <summary>What to call the user outside any guild.</summary>
    public string Name => GlobalName ?? Username;
}
