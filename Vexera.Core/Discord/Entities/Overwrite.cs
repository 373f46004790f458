using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Discord.Entities;

/// <summary>Whom an overwrite is for.</summary>
public enum OverwriteType
{
    /// <summary>A role.</summary>
    Role = 0,

    /// <summary>A member.</summary>
    Member = 1,
}

/// <summary>A channel's exception for one role or member. Source: https://discord.com/developers/docs/resources/channel#overwrite-object.</summary>
public sealed record Overwrite
{
    /// <summary>The role's or user's id.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>Role or member.</summary>
    public required OverwriteType Type { get; init; }

    /// <summary>What is granted.</summary>
    public Permission Allow { get; init; }

    /// <summary>What is taken away.</summary>
    public Permission Deny { get; init; }
}
