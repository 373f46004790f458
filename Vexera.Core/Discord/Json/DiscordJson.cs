using System.Text.Json.Serialization;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.Discord.Json;

/// <summary>
/// Source-generated JSON for Discord's wire vocabulary: snake_case, nulls omitted, null refused where a value is required.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(Role))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(Guild))]
[JsonSerializable(typeof(UnavailableGuild))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(AuditLogEntry))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(OutgoingMessage))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(IReadOnlyList<Channel>))]
[JsonSerializable(typeof(IReadOnlyList<Role>))]
[JsonSerializable(typeof(IReadOnlyList<Member>))]
internal sealed partial class DiscordJson : JsonSerializerContext;
