using System.Buffers;
using System.Text.Json;
using Vexera.Core.Discord;

namespace Vexera.Core.Gateway.Protocol;

/// <summary>
/// Writes what a shard sends. Every payload is far below the 4,096 bytes that Discord allows.
/// Source: https://discord.com/developers/docs/events/gateway-events#send-events.
/// </summary>
internal static class PayloadWriter
{
    /// <summary>The most bytes that Discord accepts in one payload.</summary>
    public const int LongestPayload = 4096;

    private const string Library = "vexera";

    /// <summary>Opcode 1: the last sequence number seen, or null.</summary>
    public static ReadOnlyMemory<byte> Heartbeat(long? sequence) => Write(Opcode.Heartbeat, sequence, static (writer, sequence) =>
    {
        if (sequence is { } last)
            writer.WriteNumber("d", last);
        else
            writer.WriteNull("d");
    });

    /// <summary>Opcode 2: begins a session.</summary>
    public static ReadOnlyMemory<byte> Identify(BotToken token, GatewayIntents intents, int shardId, int shardCount) =>
        Write(Opcode.Identify, (token, intents, shardId, shardCount), static (writer, identify) =>
        {
            writer.WriteStartObject("d");
            writer.WriteString("token", identify.token.Reveal());
            writer.WriteNumber("intents", (int)identify.intents);
            writer.WriteStartObject("properties");
            writer.WriteString("os", OperatingSystemName());
            writer.WriteString("browser", Library);
            writer.WriteString("device", Library);
            writer.WriteEndObject();
            writer.WriteStartArray("shard");
            writer.WriteNumberValue(identify.shardId);
            writer.WriteNumberValue(identify.shardCount);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    /// <summary>Opcode 6: goes on with a session after the event numbered <paramref name="sequence"/>.</summary>
    public static ReadOnlyMemory<byte> Resume(BotToken token, string sessionId, long sequence) =>
        Write(Opcode.Resume, (token, sessionId, sequence), static (writer, resume) =>
        {
            writer.WriteStartObject("d");
            writer.WriteString("token", resume.token.Reveal());
            writer.WriteString("session_id", resume.sessionId);
            writer.WriteNumber("seq", resume.sequence);
            writer.WriteEndObject();
        });

    private static ReadOnlyMemory<byte> Write<TState>(Opcode opcode, TState state, Action<Utf8JsonWriter, TState> data)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("op", (int)opcode);
            data(writer, state);
            writer.WriteEndObject();
        }

        return buffer.WrittenCount <= LongestPayload
            ? buffer.WrittenMemory
            : throw new InvalidOperationException($"A payload of {buffer.WrittenCount} bytes is longer than the {LongestPayload} that Discord accepts.");
    }

    private static string OperatingSystemName() =>
        OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux";
}
