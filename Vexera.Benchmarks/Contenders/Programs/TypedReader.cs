using System.Text.Json;
using System.Text.Json.Serialization;
using Vexera.Core.Discord.Entities;

namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>Deserializes each message and each guild in one pass, envelope included, into the same types that Core has.</summary>
internal sealed class TypedReader(MessageCounter messages) : IFrameReader
{
    /// <inheritdoc/>
    public bool Read(ReadOnlySpan<byte> frame)
    {
        if (FrameCounter.IsMessage(frame))
        {
            if (JsonSerializer.Deserialize(frame, TypedFrameJson.Default.TypedFrameMessage)?.D is not null)
                messages.Add();
            return false;
        }

        return FrameCounter.IsGuild(frame) && JsonSerializer.Deserialize(frame, TypedFrameJson.Default.TypedFrameGuild)?.D is not null;
    }
}

/// <summary>A frame as one object.</summary>
/// <typeparam name="T">The type of <c>d</c>.</typeparam>
/// <param name="Op">The opcode.</param>
/// <param name="S">The sequence number.</param>
/// <param name="Name">The event's name.</param>
/// <param name="D">The payload.</param>
internal sealed record TypedFrame<T>(int Op, long? S, [property: JsonPropertyName("t")] string? Name, T? D);

/// <summary>Source-generated JSON with the rules of Core's.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(TypedFrame<Message>))]
[JsonSerializable(typeof(TypedFrame<Guild>))]
internal sealed partial class TypedFrameJson : JsonSerializerContext;
