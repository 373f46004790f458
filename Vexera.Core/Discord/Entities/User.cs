namespace Vexera.Core.Discord.Entities;

/// <summary>A Discord account. Source: https://discord.com/developers/docs/resources/user#user-object.</summary>
public sealed record User
{
    /// <summary>The account's id.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>The account's unique name, 2–32 characters.</summary>
    public required string Username { get; init; }

    /// <summary>The name shown instead of <see cref="Username"/>, if one is set.</summary>
    public string? GlobalName { get; init; }

    /// <summary>Four digits, or "0" for accounts without.</summary>
    public string? Discriminator { get; init; }

    /// <summary>Whether the account belongs to an application.</summary>
    public bool Bot { get; init; }

    /// <summary>Whether the account is Discord itself.</summary>
    public bool System { get; init; }

    /// <summary>The name people see: <see cref="GlobalName"/>, else <see cref="Username"/>.</summary>
    [global::System.Text.Json.Serialization.JsonIgnore]
    public string DisplayName => GlobalName ?? Username;
}
