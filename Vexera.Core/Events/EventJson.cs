using System.Text.Json.Serialization;

namespace Vexera.Core.Events;

/// <summary>Source-generated JSON for payloads that are no entity of their own: as in DiscordJson, and what a record takes it must get.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ReadyEvent))]
[JsonSerializable(typeof(ThreadDeleteEvent))]
[JsonSerializable(typeof(ThreadListSyncEvent))]
[JsonSerializable(typeof(GuildRoleCreateEvent))]
[JsonSerializable(typeof(GuildRoleUpdateEvent))]
[JsonSerializable(typeof(GuildRoleDeleteEvent))]
[JsonSerializable(typeof(GuildMemberRemoveEvent))]
[JsonSerializable(typeof(GuildBanAddEvent))]
[JsonSerializable(typeof(GuildBanRemoveEvent))]
internal sealed partial class EventJson : JsonSerializerContext;
