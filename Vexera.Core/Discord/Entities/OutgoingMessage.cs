using System.Text.Json.Serialization;

namespace Vexera.Core.Discord.Entities;

/// <summary>
/// A message to create, edit or answer with. Source: https://discord.com/developers/docs/resources/message#create-message.
/// </summary>
public sealed record OutgoingMessage
{
    /// <summary>Bit of <see cref="Flags"/>: only the person who used the command sees it.</summary>
    public const int Ephemeral = 1 << 6;

    /// <summary>The text, at most 2,000 characters.</summary>
    public string? Content { get; init; }

    /// <summary>At most 10, together at most 6,000 characters.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>Buttons and selects, at most 5 rows; an empty list takes away those that are there, null leaves them in an edit.</summary>
    public IReadOnlyList<ActionRow>? Components { get; init; }

    /// <summary>Files that go along, at most 10; never part of the JSON.</summary>
    [JsonIgnore]
    public IReadOnlyList<OutgoingFile> Files { get; init => field = value ?? []; } = [];

    /// <summary>
    /// What is said of <see cref="Files"/>, made when the message is sent; in an edit an empty list takes away the files that are
    /// there, null leaves them.
    /// </summary>
    public IReadOnlyList<OutgoingAttachment>? Attachments { get; init; }

    /// <summary>Whom the message may ping. Nobody unless said otherwise.</summary>
    public AllowedMentions AllowedMentions { get; init => field = value ?? AllowedMentions.None; } = AllowedMentions.None;

    /// <summary>The message this one replies to.</summary>
    public MessageReference? MessageReference { get; init; }

    /// <summary>Up to 25 characters; with <see cref="EnforceNonce"/> the same nonce within minutes gives the first message.</summary>
    public string? Nonce { get; init; }

    /// <summary>Whether Discord looks for an earlier message with the same <see cref="Nonce"/>.</summary>
    public bool? EnforceNonce { get; init; }

    /// <summary>Bits such as <see cref="Ephemeral"/>.</summary>
    public int? Flags { get; init; }
}

/// <summary>Whom a message may ping.</summary>
public sealed record AllowedMentions
{
    /// <summary>Nobody.</summary>
    public static AllowedMentions None { get; } = new();

    /// <summary>Kinds to parse from the text: "users", "roles", "everyone".</summary>
    public IReadOnlyList<string> Parse { get; init => field = value ?? []; } = [];

    /// <summary>These users only, at most 100.</summary>
    public IReadOnlyList<Snowflake>? Users { get; init; }

    /// <summary>These roles only, at most 100.</summary>
    public IReadOnlyList<Snowflake>? Roles { get; init; }

    /// <summary>Whether the author of the message replied to is pinged.</summary>
    public bool RepliedUser { get; init; }
}

/// <summary>Which message a reply answers.</summary>
public sealed record MessageReference
{
    /// <summary>The message.</summary>
    public required Snowflake MessageId { get; init; }

    /// <summary>Whether Discord refuses when the message is gone; false sends a plain message then.</summary>
    public bool FailIfNotExists { get; init; }
}

/// <summary>A card under the text. Source: https://discord.com/developers/docs/resources/message#embed-object.</summary>
public sealed record Embed
{
    /// <summary>At most 256 characters.</summary>
    public string? Title { get; init; }

    /// <summary>At most 4,096 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Colour as 0xRRGGBB.</summary>
    public int? Color { get; init; }

    /// <summary>At most 25.</summary>
    public IReadOnlyList<EmbedField>? Fields { get; init; }

    /// <summary>What stands in small letters below.</summary>
    public EmbedFooter? Footer { get; init; }

    /// <summary>A time that stands below, shown in the reader's time zone.</summary>
    public DateTimeOffset? Timestamp { get; init; }
}

/// <summary>A titled paragraph of an embed.</summary>
/// <param name="Name">At most 256 characters.</param>
/// <param name="Value">At most 1,024 characters.</param>
/// <param name="Inline">Whether it may stand beside others.</param>
public sealed record EmbedField(string Name, string Value, bool Inline = false);

/// <summary>The small letters below an embed.</summary>
/// <param name="Text">At most 2,048 characters.</param>
public sealed record EmbedFooter(string Text);
