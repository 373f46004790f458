using System.Text.Json.Serialization;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Rest;

/// <summary>Source-generated JSON for what only REST sends.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(InteractionCallback))]
[JsonSerializable(typeof(SuggestionCallback))]
[JsonSerializable(typeof(RecipientBody))]
[JsonSerializable(typeof(IReadOnlyList<CurrentGuild>))]
[JsonSerializable(typeof(ActiveThreads))]
[JsonSerializable(typeof(IReadOnlyList<Message>))]
[JsonSerializable(typeof(Ban))]
[JsonSerializable(typeof(IReadOnlyList<Ban>))]
[JsonSerializable(typeof(AuditLogPage))]
[JsonSerializable(typeof(BanBody))]
[JsonSerializable(typeof(UnbanBody))]
[JsonSerializable(typeof(TimeoutBody))]
[JsonSerializable(typeof(VoiceBody))]
[JsonSerializable(typeof(RolesBody))]
[JsonSerializable(typeof(BulkDeleteBody))]
internal sealed partial class RestJson : JsonSerializerContext;

/// <summary>The first answer to an interaction. Source: https://discord.com/developers/docs/interactions/receiving-and-responding.</summary>
/// <param name="Type">What kind of answer.</param>
/// <param name="Data">The message; for "thinking…" its flags.</param>
internal sealed record InteractionCallback(int Type, OutgoingMessage? Data)
{
    /// <summary>A message.</summary>
    public const int MessageType = 4;

    /// <summary>Suggestions, as a <see cref="SuggestionCallback"/>.</summary>
    public const int SuggestionType = 8;

    /// <summary>"Thinking…", with a message to follow.</summary>
    public const int DeferredType = 5;

    /// <summary>Nothing for now: the message that the component belongs to may be changed later.</summary>
    public const int DeferredUpdateType = 6;

    /// <summary>The message that the component belongs to becomes another.</summary>
    public const int UpdateType = 7;
}

/// <summary>The answer to a request for suggestions. Source: https://discord.com/developers/docs/interactions/receiving-and-responding.</summary>
/// <param name="Type">What kind of answer.</param>
/// <param name="Data">The suggestions.</param>
internal sealed record SuggestionCallback(int Type, SuggestionData Data);

/// <summary>Suggestions for an option.</summary>
/// <param name="Choices">At most 25; none is allowed.</param>
internal sealed record SuggestionData(IReadOnlyList<Discord.Entities.CommandOptionChoice> Choices);

/// <summary>Whom to open a direct message with.</summary>
internal sealed record RecipientBody(Discord.Snowflake RecipientId);

/// <summary>The open threads of a guild.</summary>
internal sealed record ActiveThreads
{
    /// <summary>The threads.</summary>
    public required IReadOnlyList<Channel> Threads { get; init; }
}

/// <summary>A page of a guild's audit log.</summary>
internal sealed record AuditLogPage
{
    /// <summary>The entries.</summary>
    public required IReadOnlyList<AuditLogEntry> AuditLogEntries { get; init; }
}

/// <summary>How far back a banned account's messages go too, in seconds: 0 to 604800.</summary>
internal sealed record BanBody(int DeleteMessageSeconds);

/// <summary>Nothing; Discord wants a body all the same.</summary>
internal sealed record UnbanBody;

/// <summary>Until when a member is timed out; null ends it.</summary>
internal sealed record TimeoutBody([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? CommunicationDisabledUntil);

/// <summary>Which voice channel a member is moved to; null for out of voice.</summary>
internal sealed record VoiceBody([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Discord.Snowflake? ChannelId);

/// <summary>All roles of a member from now on.</summary>
internal sealed record RolesBody(IReadOnlyList<Discord.Snowflake> Roles);

/// <summary>Which messages to delete.</summary>
internal sealed record BulkDeleteBody(IReadOnlyList<Discord.Snowflake> Messages);
