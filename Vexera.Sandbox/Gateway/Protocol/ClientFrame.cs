using System.Text.Json;

namespace Vexera.Sandbox.Gateway.Protocol;

/// <summary>What a client sent: an opcode and its <c>d</c>.</summary>
internal readonly record struct ClientFrame(GatewayOpcode Opcode, JsonElement Data)
{
    /// <exception cref="ProtocolException">It is no JSON object with an opcode that clients may send.</exception>
    public static ClientFrame Parse(ReadOnlyMemory<byte> payload)
    {
        JsonElement root;
        try
        {
            var reader = new Utf8JsonReader(payload.Span);
            root = JsonElement.ParseValue(ref reader);
            if (reader.Read())
            {
                throw Undecodable("something follows the JSON object");
            }
        }
        catch (JsonException error)
        {
            throw Undecodable(error.Message);
        }

        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("op", out var op) || Integer(op) is not { } code)
        {
            throw Undecodable("\"op\" must be an integer");
        }

        return new ClientFrame((GatewayOpcode)code, root.TryGetProperty("d", out var data) ? data : default);
    }

    /// <summary>The <c>d</c>, which must be an object.</summary>
    public JsonElement Object => Data.ValueKind == JsonValueKind.Object
        ? Data
        : throw Undecodable($"\"d\" of opcode {(int)Opcode} must be an object");

    /// <summary>A whole number; null for anything else.</summary>
    public static int? Integer(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    public static ProtocolException Undecodable(string detail) => new(GatewayClose.DecodeError, "decode-error", detail);
}
