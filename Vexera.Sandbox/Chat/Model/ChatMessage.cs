using System.Text.Json;

namespace Vexera.Sandbox.Chat.Model;

/// <summary>A message, as Discord's API describes one. Immutable: an edit is another record.</summary>
public sealed record ChatMessage
{
    private const int EphemeralFlag = 1 << 6;
    private const int LoadingFlag = 1 << 7;

    /// <summary>The message's id; later messages have greater ones.</summary>
    public ulong Id { get; init; }

    /// <summary>The channel that it is in.</summary>
    public ulong ChannelId { get; init; }

    /// <summary>Who said it.</summary>
    public ChatUser Author { get; init => field = value ?? new ChatUser(); } = new();

    /// <summary>The text, in Discord's markdown.</summary>
    public string Content { get; init => field = value ?? ""; } = "";

    /// <summary>When it was said.</summary>
    public DateTimeOffset Timestamp { get; init; }

    /// <summary>When it was last edited; null for never.</summary>
    public DateTimeOffset? EditedTimestamp { get; init; }

    /// <summary>0 plain, 19 reply, 20 the answer to a slash command; others are notices.</summary>
    public int Type { get; init; }

    /// <summary>Discord's message flags.</summary>
    public int Flags { get; init; }

    /// <summary>Whether the message answers to a ping of everyone.</summary>
    public bool MentionEveryone { get; init; }

    /// <summary>Users whom it pings.</summary>
    public IReadOnlyList<ChatUser> Mentions { get; init => field = value ?? []; } = [];

    /// <summary>Ids of roles that it pings.</summary>
    public IReadOnlyList<ulong> MentionRoles { get; init => field = value ?? []; } = [];

    /// <summary>The message that this one replies to, null when it is gone.</summary>
    public ChatMessage? ReferencedMessage { get; init; }

    /// <summary>Rich content.</summary>
    public IReadOnlyList<ChatEmbed> Embeds { get; init => field = value ?? []; } = [];

    /// <summary>Rows of buttons and menus, or laid-out content.</summary>
    public IReadOnlyList<ChatComponent> Components { get; init => field = value ?? []; } = [];

    /// <summary>Files.</summary>
    public IReadOnlyList<ChatAttachment> Attachments { get; init => field = value ?? []; } = [];

    /// <summary>Reactions, in the order of their first.</summary>
    public IReadOnlyList<ChatReaction> Reactions { get; init => field = value ?? []; } = [];

    /// <summary>The interaction whose answer this is.</summary>
    public ChatInteraction? InteractionMetadata { get; init; }

    /// <summary>What the sender's client called the message before it had an id.</summary>
    public JsonElement? Nonce { get; init; }

    /// <summary>The application that sent it; a component's interaction goes there.</summary>
    public ulong? ApplicationId { get; init; }

    /// <summary>Set where a webhook said it.</summary>
    public ulong? WebhookId { get; init; }

    /// <summary>Whether it is pinned.</summary>
    public bool Pinned { get; init; }

    /// <summary>Whether a webhook said it that is no application's answer to an interaction, which Discord marks the same way.</summary>
    public bool IsWebhook => WebhookId is not null && WebhookId != ApplicationId;

    /// <summary>Whether only one member sees it.</summary>
    public bool IsEphemeral => (Flags & EphemeralFlag) != 0;

    /// <summary>Whether its content is still being made ("thinking…").</summary>
    public bool IsThinking => (Flags & LoadingFlag) != 0;
}

/// <summary>The command, button or menu that a message answers.</summary>
public sealed record ChatInteraction
{
    /// <summary>The interaction's id.</summary>
    public ulong Id { get; init; }

    /// <summary>2 command, 3 component, 5 form.</summary>
    public int Type { get; init; }

    /// <summary>The command's name, where known.</summary>
    public string? Name { get; init; }

    /// <summary>Who used it.</summary>
    public ChatUser User { get; init => field = value ?? new ChatUser(); } = new();
}

/// <summary>A file of a message.</summary>
public sealed record ChatAttachment
{
    /// <summary>The file's id.</summary>
    public ulong Id { get; init; }

    /// <summary>The file's name.</summary>
    public string Filename { get; init => field = value ?? ""; } = "";

    /// <summary>Its length in bytes.</summary>
    public long Size { get; init; }

    /// <summary>Its media type, where known.</summary>
    public string? ContentType { get; init; }

    /// <summary>Where it can be downloaded.</summary>
    public string? Url { get; init; }
}

/// <summary>One emoji's reactions to a message.</summary>
public sealed record ChatReaction
{
    /// <summary>The emoji.</summary>
    public ChatEmoji Emoji { get; init => field = value ?? new ChatEmoji(); } = new();

    /// <summary>How many reacted with it.</summary>
    public int Count { get; init; }

    /// <summary>Whether the reader did.</summary>
    public bool Me { get; init; }
}

/// <summary>An emoji: a character, or a guild's own with an id.</summary>
public sealed record ChatEmoji
{
    /// <summary>The id of a guild's own emoji.</summary>
    public ulong? Id { get; init; }

    /// <summary>The character, or the own emoji's name.</summary>
    public string? Name { get; init; }

    /// <summary>What to show: own emoji as their names, since the sandbox keeps no pictures of them.</summary>
    public string Text => Id is null ? Name ?? "" : $":{Name}:";

    /// <summary>How a route names it.</summary>
    public string Route => Uri.EscapeDataString(Id is { } id ? $"{Name}:{id}" : Name ?? "");
}
