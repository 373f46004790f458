using System.Text.Json;

namespace Vexera.Sandbox.World.Model;

/// <summary><see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type"/></summary>
internal enum InteractionType
{
    ApplicationCommand = 2,
    MessageComponent = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}

internal enum InteractionState
{
    /// <summary>Nothing answered yet; Discord gives up after three seconds.</summary>
    Waiting,

    /// <summary>"Thinking…": the answer will be edited in.</summary>
    Deferred,

    Answered,

    /// <summary>The application did not respond in time.</summary>
    Failed,
}

/// <summary>A command, button, menu or form that a member used.</summary>
internal sealed record Interaction(ulong Id, ulong ApplicationId, InteractionType Type, string Token, ulong ChannelId, User User, JsonElement Data)
{
    public ulong? GuildId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public string Locale { get; init; } = "en-US";

    /// <summary>How the client of the person knows it.</summary>
    public string? Nonce { get; init; }

    /// <summary>The message whose component was used.</summary>
    public ulong? MessageId { get; init; }

    public InteractionState State { get; init; }

    /// <summary>The message that <c>@original</c> names.</summary>
    public ulong? ResponseMessageId { get; init; }

    public bool Ephemeral { get; init; }

    /// <summary>Choices for an autocomplete or the fields of a modal, as the bot gave them, for the page to show.</summary>
    public JsonElement? ResponseData { get; init; }

    /// <summary>The callback type of the first response.</summary>
    public int? ResponseType { get; init; }
}
