namespace Vexera.Core.Discord.Entities;

/// <summary>A message. Source: https://discord.com/developers/docs/resources/message#message-object.</summary>
public sealed record Message
{
    /// <summary>The message's id.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>Where it was posted.</summary>
    public required Snowflake ChannelId { get; init; }

    /// <summary>The guild; absent in direct messages and in answers of the HTTP API.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>Who wrote it; for a webhook's message the webhook.</summary>
    public required User Author { get; init; }

    /// <summary>The author's membership, where the gateway sends it.</summary>
    public Member? Member { get; init; }

    /// <summary>The text, at most 2,000 characters (4,000 for some authors); empty without the Message Content intent.</summary>
    public string Content { get; init => field = value ?? ""; } = "";

    /// <summary>Who is mentioned.</summary>
    public IReadOnlyList<User> Mentions { get; init => field = value ?? []; } = [];

    /// <summary>When it was sent.</summary>
    public DateTimeOffset Timestamp { get; init; }

    /// <summary>When it was last edited, or null.</summary>
    public DateTimeOffset? EditedTimestamp { get; init; }

    /// <summary>Set when a webhook wrote it.</summary>
    public Snowflake? WebhookId { get; init; }

    /// <summary>Bits: 128 on a "thinking…" whose answer is yet to come.</summary>
    public int Flags { get; init; }

    /// <summary>Whether only the person whose interaction it answers sees it.</summary>
    [global::System.Text.Json.Serialization.JsonIgnore]
    public bool IsEphemeral => (Flags & 1 << 6) != 0;

    /// <summary>Whether it is a "thinking…" whose answer is yet to come.</summary>
    [global::System.Text.Json.Serialization.JsonIgnore]
    public bool IsLoading => (Flags & 1 << 7) != 0;

    /// <summary>Whether it is pinned in its channel.</summary>
    public bool Pinned { get; init; }

    /// <summary>Its files; none without the Message Content intent.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init => field = value ?? []; } = [];

    /// <summary>Discord's kind of message: 0 is a plain one, 19 a reply.</summary>
    public int Type { get; init; }
}

/// <summary>A file of a message. Source: https://discord.com/developers/docs/resources/message#attachment-object.</summary>
public sealed record Attachment
{
    /// <summary>The file's id.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>The file's name.</summary>
    public required string Filename { get; init; }

    /// <summary>How many bytes it has.</summary>
    public long Size { get; init; }

    /// <summary>Where it lies, for a day or so; null in what is not from Discord.</summary>
    public Uri? Url { get; init; }
}
