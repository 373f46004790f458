using System.Collections.Immutable;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.World.Model;

/// <summary><see href="https://discord.com/developers/docs/resources/channel#channel-object-channel-types"/></summary>
internal enum ChannelType
{
    Text = 0,
    Dm = 1,
    Voice = 2,
    GroupDm = 3,
    Category = 4,
    Announcement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    Stage = 13,
    Forum = 15,
    Media = 16,
}

/// <summary>A guild's channel, a thread or a direct conversation.</summary>
internal sealed record Channel(ulong Id, ChannelType Type)
{
    /// <summary>Null in a direct conversation.</summary>
    public ulong? GuildId { get; init; }

    public string Name { get; init; } = "";
    public string? Topic { get; init; }
    public int Position { get; init; }

    /// <summary>The category, or the channel that a thread hangs on.</summary>
    public ulong? ParentId { get; init; }

    public ImmutableArray<Overwrite> Overwrites { get; init; } = [];
    public bool Nsfw { get; init; }
    public int RateLimitPerUser { get; init; }
    public int Bitrate { get; init; } = 64000;
    public int UserLimit { get; init; }
    public int? DefaultAutoArchiveDuration { get; init; }
    public int Flags { get; init; }
    public ulong? LastMessageId { get; init; }
    public DateTimeOffset? LastPinAt { get; init; }

    /// <summary>Both ends of a direct conversation.</summary>
    public ImmutableArray<User> Recipients { get; init; } = [];

    /// <summary>Set for threads only.</summary>
    public ThreadDetails? Thread { get; init; }

    public bool IsThread => Type is ChannelType.AnnouncementThread or ChannelType.PublicThread or ChannelType.PrivateThread;
    public bool IsDm => Type is ChannelType.Dm or ChannelType.GroupDm;
    public bool IsVoice => Type is ChannelType.Voice or ChannelType.Stage;
    public bool HoldsMessages => Type is not (ChannelType.Category or ChannelType.Forum or ChannelType.Media);
}

internal enum OverwriteType
{
    Role = 0,
    Member = 1,
}

/// <summary><see href="https://discord.com/developers/docs/resources/channel#overwrite-object"/></summary>
internal sealed record Overwrite(ulong Id, OverwriteType Type, Permission Allow, Permission Deny);

internal sealed record ThreadDetails(ulong OwnerId, DateTimeOffset CreatedAt)
{
    public bool Archived { get; init; }
    public bool Locked { get; init; }
    public bool Invitable { get; init; } = true;
    public int AutoArchiveDuration { get; init; } = 1440;
    public DateTimeOffset ArchiveChangedAt { get; init; }
    public int MessageCount { get; init; }
    public int TotalMessageSent { get; init; }

    /// <summary>When each member joined the thread.</summary>
    public ImmutableDictionary<ulong, DateTimeOffset> Members { get; init; } = ImmutableDictionary<ulong, DateTimeOffset>.Empty;
}
