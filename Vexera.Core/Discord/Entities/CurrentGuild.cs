using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Discord.Entities;

/// <summary>A guild the bot is in, in short. Source: https://discord.com/developers/docs/resources/user#get-current-user-guilds.</summary>
public sealed record CurrentGuild
{
    /// <summary>The guild's id.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>The guild's name, 2–100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the bot owns it.</summary>
    public bool Owner { get; init; }

    /// <summary>What the bot may do in the guild, channels' overwrites aside.</summary>
    public Permission Permissions { get; init; }
}
