using System.Text.Json.Serialization;

namespace Vexera.Host.Drills.Processes;

/// <summary>Something that the bot said.</summary>
/// <param name="Number">Grows by one with each.</param>
/// <param name="Id">The message.</param>
/// <param name="GuildId">Where; null for a direct message.</param>
/// <param name="Answers">The message that it refers to, or null.</param>
/// <param name="At">When, by the simulator's clock.</param>
/// <param name="Content">Its text.</param>
internal sealed record BotMessage(long Number, string Id, string? GuildId, string? Answers, DateTimeOffset At, string Content);

/// <summary>Reads what the simulator tells.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(IReadOnlyList<BotMessage>))]
internal sealed partial class SandboxJson : JsonSerializerContext;
