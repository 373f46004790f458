using System.Text.Json;

namespace Vexera.Core.Gateway.Protocol;

/// <summary>
/// Reads a frame's outer object in one pass, in whatever order its members come; of a member that comes twice the last counts.
/// The payload of an event in the form that Discord writes (see <see cref="DispatchForm"/>) is not passed over at all.
/// Source: https://discord.com/developers/docs/events/gateway-events#payload-structure.
/// </summary>
internal static class EnvelopeReader
{
    private static readonly byte[] Null = [.. "null"u8];
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 256 };

    /// <summary>Reads <paramref name="frame"/>; never throws.</summary>
    /// <param name="frame">The whole frame in UTF-8; the envelope points into it.</param>
    /// <param name="envelope">What was read, when the answer is <see cref="BadFrameKind.None"/>.</param>
    /// <returns>What is wrong with the frame, or <see cref="BadFrameKind.None"/>.</returns>
    public static BadFrameKind Read(ReadOnlyMemory<byte> frame, out Envelope envelope)
    {
        if (DispatchForm.TryRead(frame, out envelope))
            return BadFrameKind.None;
        try
        {
            return ReadObject(frame, out envelope);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            envelope = default;
            return malformed is JsonException && MayGoOn(frame.Span) ? BadFrameKind.CutOff : BadFrameKind.NotAnObject;
        }
    }

    // Whether nothing is wrong but that it ends.
    private static bool MayGoOn(ReadOnlySpan<byte> frame)
    {
        var reader = new Utf8JsonReader(frame, isFinalBlock: false, new JsonReaderState(Options));
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static BadFrameKind ReadObject(ReadOnlyMemory<byte> frame, out Envelope envelope)
    {
        envelope = default;
        var reader = new Utf8JsonReader(frame.Span, Options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return BadFrameKind.NotAnObject;

        int? opcode = null;
        long? sequence = null;
        ReadOnlyMemory<byte> name = default;
        ReadOnlyMemory<byte> data = Null;
        var fault = BadFrameKind.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("d"u8))
                data = Slice(ref reader, frame);
            else if (reader.ValueTextEquals("t"u8))
                fault = Worst(fault, ReadName(ref reader, frame, ref name));
            else if (reader.ValueTextEquals("s"u8))
                fault = Worst(fault, ReadSequence(ref reader, ref sequence));
            else if (reader.ValueTextEquals("op"u8))
                fault = Worst(fault, ReadOpcode(ref reader, ref opcode));
            else
                reader.Skip();
        }

        // Finds anything that follows the object.
        reader.Read();
        if (opcode is not { } known)
            return BadFrameKind.BadOpcode;
        envelope = new Envelope((Opcode)known, sequence, name, data);
        return fault == BadFrameKind.None && envelope.Opcode == Opcode.Dispatch && name.IsEmpty ? BadFrameKind.BadName : fault;
    }

    private static BadFrameKind Worst(BadFrameKind sofar, BadFrameKind now) => now == BadFrameKind.None ? sofar : now;

    private static ReadOnlyMemory<byte> Slice(ref Utf8JsonReader reader, ReadOnlyMemory<byte> frame)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return frame[start..(int)reader.BytesConsumed];
    }

    private static BadFrameKind ReadOpcode(ref Utf8JsonReader reader, ref int? opcode)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var value))
        {
            opcode = value;
            return BadFrameKind.None;
        }

        reader.Skip();
        return BadFrameKind.BadOpcode;
    }

    private static BadFrameKind ReadSequence(ref Utf8JsonReader reader, ref long? sequence)
    {
        reader.Read();
        sequence = null;
        if (reader.TokenType == JsonTokenType.Null)
            return BadFrameKind.None;
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value) && value >= 0)
        {
            sequence = value;
            return BadFrameKind.None;
        }

        reader.Skip();
        return BadFrameKind.BadSequence;
    }

    private static BadFrameKind ReadName(ref Utf8JsonReader reader, ReadOnlyMemory<byte> frame, ref ReadOnlyMemory<byte> name)
    {
        reader.Read();
        name = default;
        if (reader.TokenType == JsonTokenType.Null)
            return BadFrameKind.None;
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return BadFrameKind.BadName;
        }

        if (reader.ValueIsEscaped)
        {
            var unescaped = new byte[reader.ValueSpan.Length];
            name = unescaped.AsMemory(0, reader.CopyString(unescaped));
        }
        else
        {
            name = frame.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        }

        return BadFrameKind.None;
    }
}
