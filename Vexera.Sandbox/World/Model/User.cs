namespace Vexera.Sandbox.World.Model;

/// <summary>A person or a bot. <see href="https://discord.com/developers/docs/resources/user#user-object"/></summary>
internal sealed record User(ulong Id, string Username)
{
    public string? GlobalName { get; init; }
    public string? Avatar { get; init; }
    public bool Bot { get; init; }
    public bool System { get; init; }

    /// <summary>Takes no direct messages from members of its guilds.</summary>
    public bool DirectMessagesClosed { get; init; }

    public int PublicFlags { get; init; }
    public string Locale { get; init; } = "en-US";
}
