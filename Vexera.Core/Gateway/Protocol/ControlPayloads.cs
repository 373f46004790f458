using System.Text.Json;

namespace Vexera.Core.Gateway.Protocol;

/// <summary>Reads the payloads that the session itself needs. Unknown members are passed over; nothing here throws.</summary>
internal static class ControlPayloads
{
    private const double LongestInterval = 24 * 60 * 60 * 1000;

    /// <summary>
    /// The heartbeat interval of HELLO: 1 ms to 1 day.
    /// Source: https://discord.com/developers/docs/events/gateway-events#hello.
    /// </summary>
    public static bool TryReadHello(ReadOnlySpan<byte> data, out TimeSpan interval)
    {
        interval = default;
        try
        {
            var reader = new Utf8JsonReader(data);
            if (!Seek(ref reader, "heartbeat_interval"u8) || reader.TokenType != JsonTokenType.Number)
                return false;
            if (!reader.TryGetDouble(out var milliseconds) || milliseconds is not (>= 1 and <= LongestInterval))
                return false;
            interval = TimeSpan.FromMilliseconds(milliseconds);
            return true;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>
    /// The session's id and where to resume it, of READY. An address that is no WebSocket address counts as missing.
    /// Source: https://discord.com/developers/docs/events/gateway-events#ready.
    /// </summary>
    public static bool TryReadReady(ReadOnlySpan<byte> data, out string sessionId, out Uri? resumeUrl)
    {
        sessionId = "";
        resumeUrl = null;
        try
        {
            var reader = new Utf8JsonReader(data);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("session_id"u8))
                    sessionId = ReadString(ref reader);
                else if (reader.ValueTextEquals("resume_gateway_url"u8))
                    resumeUrl = GatewayUrl.TryParse(ReadString(ref reader));
                else
                    reader.Skip();
            }

            return sessionId.Length > 0;
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Whether opcode 9 allows another RESUME: only a plain <c>true</c> does.</summary>
    public static bool ReadInvalidSession(ReadOnlySpan<byte> data) => data.SequenceEqual("true"u8);

    private static bool Seek(ref Utf8JsonReader reader, ReadOnlySpan<byte> member)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(member);
            reader.Read();
            if (found)
                return true;
            reader.Skip();
        }

        return false;
    }

    private static string ReadString(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString()!;
        reader.Skip();
        return "";
    }
}
