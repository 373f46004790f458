using System.Text.Json;
using Vexera.Sandbox.World.Json;

namespace Vexera.Sandbox.Gateway.Protocol;

/// <summary>Frames that carry no event.</summary>
internal static class ServerFrames
{
    public static ReadOnlyMemory<byte> Hello(TimeSpan interval) => Of(GatewayOpcode.Hello, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("heartbeat_interval", (long)interval.TotalMilliseconds);
        json.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> HeartbeatAck { get; } = Of(GatewayOpcode.HeartbeatAck, static json => json.WriteNullValue());

    public static ReadOnlyMemory<byte> HeartbeatRequest { get; } = Of(GatewayOpcode.Heartbeat, static json => json.WriteNullValue());

    public static ReadOnlyMemory<byte> Reconnect { get; } = Of(GatewayOpcode.Reconnect, static json => json.WriteNullValue());

    public static ReadOnlyMemory<byte> InvalidSession(bool resumable) =>
        Of(GatewayOpcode.InvalidSession, json => json.WriteBooleanValue(resumable));

    private static ReadOnlyMemory<byte> Of(GatewayOpcode opcode, Action<Utf8JsonWriter> data) => JsonBytes.Of(json =>
    {
        json.WriteStartObject();
        json.WriteNull("t");
        json.WriteNull("s");
        json.WriteNumber("op", (int)opcode);
        json.WritePropertyName("d");
        data(json);
        json.WriteEndObject();
    });
}
