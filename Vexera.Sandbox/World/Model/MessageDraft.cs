using System.Collections.Immutable;
using System.Text.Json;

namespace Vexera.Sandbox.World.Model;

/// <summary>What a sender says; the world adds the rest.</summary>
internal sealed record MessageDraft
{
    public string Content { get; init; } = "";
    public bool Tts { get; init; }
    public MessageType? Type { get; init; }
    public MessageFlags Flags { get; init; }
    public ImmutableArray<JsonElement> Embeds { get; init; } = [];
    public ImmutableArray<JsonElement> Components { get; init; } = [];
    public ImmutableArray<Attachment> Attachments { get; init; } = [];

    /// <summary>Null means that everything in the text pings, which is Discord's default.</summary>
    public AllowedMentions? AllowedMentions { get; init; }

    public JsonElement? Nonce { get; init; }

    /// <summary>The same nonce again within minutes returns the first message.</summary>
    public bool EnforceNonce { get; init; }

    public MessageReference? Reference { get; init; }
    public ulong? WebhookId { get; init; }
    public ulong? ApplicationId { get; init; }
    public InteractionOrigin? Interaction { get; init; }
    public ulong? VisibleTo { get; init; }
}

/// <summary><see href="https://discord.com/developers/docs/resources/message#allowed-mentions-object"/></summary>
internal sealed record AllowedMentions
{
    public bool Everyone { get; init; }

    /// <summary>True for "parse": ["users"].</summary>
    public bool AllUsers { get; init; }

    /// <summary>True for "parse": ["roles"].</summary>
    public bool AllRoles { get; init; }

    public ImmutableHashSet<ulong> Users { get; init; } = [];
    public ImmutableHashSet<ulong> Roles { get; init; } = [];
    public bool RepliedUser { get; init; }

    public static AllowedMentions Everything { get; } = new() { Everyone = true, AllUsers = true, AllRoles = true, RepliedUser = true };
}
