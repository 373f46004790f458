using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Discord.Entities;

/// <summary>A guild's role. Source: https://discord.com/developers/docs/topics/permissions#role-object.</summary>
public sealed record Role
{
    /// <summary>The role's id; @everyone has the guild's.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>The role's name, 1–100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What the role grants.</summary>
    public required Permission Permissions { get; init; }

    /// <summary>Place in the hierarchy: higher outranks lower; of equals the older (smaller id) outranks.</summary>
    public int Position { get; init; }

    /// <summary>Whether an integration owns the role, so that it cannot be given by hand.</summary>
    public bool Managed { get; init; }

    /// <summary>Colour as 0xRRGGBB; 0 is none.</summary>
    public int Color { get; init; }

    /// <summary>Whether its members are listed apart.</summary>
    public bool Hoist { get; init; }

    /// <summary>Whether everyone may mention it.</summary>
    public bool Mentionable { get; init; }
}
