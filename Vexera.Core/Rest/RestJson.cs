using System.Text.Json.Serialization;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Rest;

/// <summary>Source-generated JSON for what only REST sends.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(InteractionCallback))]
[JsonSerializable(typeof(RecipientBody))]
[JsonSerializable(typeof(IReadOnlyList<CurrentGuild>))]
[JsonSerializable(typeof(ActiveThreads))]
[JsonSerializable(typeof(IReadOnlyList<Message>))]
internal sealed partial class RestJson : JsonSerializerContext;

/// <summary>The first answer to an interaction. Source: https://discord.com/developers/docs/interactions/receiving-and-responding.</summary>
/// <param name="Type">4 for a message, 5 for "thinking…".</param>
/// <param name="Data">The message, or for type 5 its flags.</param>
internal sealed record InteractionCallback(int Type, OutgoingMessage? Data)
{
    /// <summary>A message.</summary>
    public const int MessageType = 4;

    /// <summary>"Thinking…", with a message to follow.</summary>
    public const int DeferredType = 5;
}

/// <summary>Whom to open a direct message with.</summary>
internal sealed record RecipientBody(Discord.Snowflake RecipientId);

/// <summary>The open threads of a guild.</summary>
internal sealed record ActiveThreads
{
    /// <summary>The threads.</summary>
    public required IReadOnlyList<Channel> Threads { get; init; }
}
