using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.World.Model;

/// <summary><see href="https://discord.com/developers/docs/topics/permissions#role-object"/></summary>
internal sealed record Role(ulong Id, string Name)
{
    public Permission Permissions { get; init; }
    public int Position { get; init; }
    public int Color { get; init; }
    public bool Hoist { get; init; }
    public bool Managed { get; init; }
    public bool Mentionable { get; init; }
    public int Flags { get; init; }

    /// <summary>The bot whose own role this is.</summary>
    public ulong? BotId { get; init; }
}
