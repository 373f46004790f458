using System.Collections.Immutable;
using System.Text.Json;

namespace Vexera.Sandbox.World.Model;

/// <summary><see href="https://discord.com/developers/docs/resources/message#message-object"/></summary>
internal sealed record Message(ulong Id, ulong ChannelId, User Author, DateTimeOffset Timestamp)
{
    public ulong? GuildId { get; init; }
    public MessageType Type { get; init; }
    public string Content { get; init; } = "";
    public DateTimeOffset? EditedTimestamp { get; init; }
    public bool Tts { get; init; }
    public bool MentionEveryone { get; init; }
    public ImmutableArray<User> Mentions { get; init; } = [];
    public ImmutableArray<ulong> MentionRoles { get; init; } = [];
    public ImmutableArray<Attachment> Attachments { get; init; } = [];

    /// <summary>As the sender gave them; <c>type</c> is added when absent.</summary>
    public ImmutableArray<JsonElement> Embeds { get; init; } = [];

    public ImmutableArray<JsonElement> Components { get; init; } = [];
    public ImmutableArray<Reaction> Reactions { get; init; } = [];

    /// <summary>A string or a number, echoed to the sender.</summary>
    public JsonElement? Nonce { get; init; }

    public bool Pinned => PinnedAt is not null;
    public DateTimeOffset? PinnedAt { get; init; }
    public MessageFlags Flags { get; init; }
    public ulong? WebhookId { get; init; }
    public ulong? ApplicationId { get; init; }
    public MessageReference? Reference { get; init; }

    /// <summary>The message that this one answers, as it was when this one was written.</summary>
    public Message? Referenced { get; init; }

    public InteractionOrigin? Interaction { get; init; }

    /// <summary>The one user who sees an ephemeral message.</summary>
    public ulong? VisibleTo { get; init; }
}

/// <summary><see href="https://discord.com/developers/docs/resources/message#message-object-message-types"/></summary>
internal enum MessageType
{
    Default = 0,
    ChannelPinnedMessage = 6,
    UserJoin = 7,
    ChannelFollowAdd = 12,
    ThreadCreated = 18,
    Reply = 19,
    ChatInputCommand = 20,
    ThreadStarterMessage = 21,
    ContextMenuCommand = 23,
}

/// <summary><see href="https://discord.com/developers/docs/resources/message#message-object-message-flags"/></summary>
[Flags]
internal enum MessageFlags
{
    None = 0,
    Crossposted = 1 << 0,
    IsCrosspost = 1 << 1,
    SuppressEmbeds = 1 << 2,
    SourceMessageDeleted = 1 << 3,
    HasThread = 1 << 5,
    Ephemeral = 1 << 6,
    Loading = 1 << 7,
    SuppressNotifications = 1 << 12,
    IsComponentsV2 = 1 << 15,
}

/// <summary>Where an answer, a crosspost or a pin notice points.</summary>
internal sealed record MessageReference(ulong ChannelId, ulong? MessageId, ulong? GuildId);

/// <summary>The interaction whose response a message is.</summary>
internal sealed record InteractionOrigin(ulong Id, int Type, string? Name, User User, ulong? OriginalResponseMessageId = null)
{
    /// <summary>The guild or, in a direct conversation, the user on whose behalf the application acts.</summary>
    public ulong? InstalledBy { get; init; }

    /// <summary>The message whose component was used.</summary>
    public ulong? InteractedMessageId { get; init; }
}

/// <summary>An uploaded file; the content is kept so that it can be downloaded again.</summary>
internal sealed record Attachment(ulong Id, string Filename, string? ContentType, ReadOnlyMemory<byte> Content, string Url)
{
    public string? Description { get; init; }
    public bool Ephemeral { get; init; }
}

/// <summary>All who reacted with one emoji; a custom emoji has an id.</summary>
internal sealed record Reaction(ulong? EmojiId, string EmojiName)
{
    public ImmutableArray<ulong> Users { get; init; } = [];

    public bool Is(ulong? emojiId, string emojiName) => emojiId is null ? EmojiId is null && EmojiName == emojiName : EmojiId == emojiId;
}
