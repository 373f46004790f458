namespace Vexera.Core.Discord.Entities;

/// <summary>Kinds of channels. Values not listed are kept as they come.</summary>
public enum ChannelType
{
    /// <summary>Text in a guild.</summary>
    GuildText = 0,

    /// <summary>Direct message.</summary>
    DirectMessage = 1,

    /// <summary>Voice in a guild.</summary>
    GuildVoice = 2,

    /// <summary>Group of direct messages.</summary>
    GroupDirectMessage = 3,

    /// <summary>Category.</summary>
    GuildCategory = 4,

    /// <summary>Announcements, which other guilds can follow.</summary>
    GuildAnnouncement = 5,

    /// <summary>Thread under an announcement.</summary>
    AnnouncementThread = 10,

    /// <summary>Public thread.</summary>
    PublicThread = 11,

    /// <summary>Private thread.</summary>
    PrivateThread = 12,

    /// <summary>Stage.</summary>
    GuildStageVoice = 13,

    /// <summary>Directory of a hub.</summary>
    GuildDirectory = 14,

    /// <summary>Forum.</summary>
    GuildForum = 15,

    /// <summary>Media forum.</summary>
    GuildMedia = 16,
}

/// <summary>A channel or thread. Source: https://discord.com/developers/docs/resources/channel#channel-object.</summary>
public sealed record Channel
{
    /// <summary>The channel's id.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>What kind it is.</summary>
    public required ChannelType Type { get; init; }

    /// <summary>The guild; absent in direct messages and inside GUILD_CREATE.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>The name, 1–100 characters; null in direct messages.</summary>
    public string? Name { get; init; }

    /// <summary>Sorting position within the guild.</summary>
    public int Position { get; init; }

    /// <summary>The category, or for a thread its channel.</summary>
    public Snowflake? ParentId { get; init; }

    /// <summary>Exceptions for roles and members.</summary>
    public IReadOnlyList<Overwrite> PermissionOverwrites { get; init => field = value ?? []; } = [];

    /// <summary>Seconds a member waits between messages, 0–21600.</summary>
    public int? RateLimitPerUser { get; init; }

    /// <summary>What only threads have; null for other channels.</summary>
    public ThreadMetadata? ThreadMetadata { get; init; }
}

/// <summary>What only threads have. Source: https://discord.com/developers/docs/resources/channel#thread-metadata-object.</summary>
public sealed record ThreadMetadata
{
    /// <summary>Whether the thread is closed; a message opens it again.</summary>
    public bool Archived { get; init; }

    /// <summary>Whether only moderators may open it again.</summary>
    public bool Locked { get; init; }
}
