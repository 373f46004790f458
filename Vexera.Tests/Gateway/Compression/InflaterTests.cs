using System.Buffers;
using System.IO.Compression;
using CsCheck;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Compression;
using Vexera.Core.Gateway.Protocol;
using Vexera.Core.Gateway.Transport;
using Vexera.Tests.Gateway.Transport;
using ZstdSharp;

namespace Vexera.Tests.Gateway.Compression;

public sealed class InflaterTests
{
    private const int MaxBytes = 1_000_000;

    public static TheoryData<GatewayCompression> Compressions => [GatewayCompression.ZlibStream, GatewayCompression.ZstdStream];

    [Theory]
    [MemberData(nameof(Compressions))]
    public Task ReadAsync_AnyPayloadsSplitAnywhere_GivesThePayloads(GatewayCompression compression) =>
        Gen.Select(Gen.OneOf(Gen.Byte.Array[1, 400], Gen.Byte[97, 100].Array[1, 40_000]).Array[1, 6], Gen.Int[1, 5_000]).SampleAsync(async (payloads, piece) =>
        {
            var transport = new ScriptedTransport();
            using var reader = new FrameReader(transport, compression, MaxBytes, ArrayPool<byte>.Shared);
            foreach (var message in Compress(compression, payloads))
                SayInPieces(transport, message, piece);
            foreach (var payload in payloads)
            {
                var frame = (await reader.ReadAsync())!.Value;
                frame.Bytes.Span.SequenceEqual(payload).ShouldBeTrue();
                frame.Buffer.Release();
            }
        }, iter: 60);

    [Theory]
    [MemberData(nameof(Compressions))]
    public Task ReadAsync_MessageCutAnywhere_IsNoticedWithTheNextAtTheLatest(GatewayCompression compression) =>
        Gen.Select(Gen.Byte[97, 122].Array[1, 3_000], Gen.Double[0, 1], Gen.Bool).SampleAsync(async (letters, where, byDiscord) =>
        {
            var text = System.Text.Encoding.ASCII.GetString(letters);
            var payload = System.Text.Encoding.ASCII.GetBytes(byDiscord
                ? $$$"""{"t":"MESSAGE_CREATE","s":5,"op":0,"d":{"content":"{{{text}}}"}}"""
                : $$$"""{"op":11,"d":"{{{text}}}"}""");
            var messages = Compress(compression, [payload, payload]);
            var transport = new ScriptedTransport();
            using var reader = new FrameReader(transport, compression, MaxBytes, ArrayPool<byte>.Shared);
            transport.Say(messages[0][..(int)(where * (messages[0].Length - 1))]);
            transport.Say(messages[1]);
            transport.Close(null);

            var (fault, isJoined) = await FirstAsync(reader);

            (fault is BadFrameKind.Corrupt or BadFrameKind.CutOff || (fault == BadFrameKind.NotAnObject && isJoined)).ShouldBeTrue($"{fault}");
        }, iter: 300);

    [Fact]
    public async Task ReadAsync_ZlibPayloadOverSeveralMessages_WaitsForTheFlush()
    {
        var payload = "{\"op\":11}"u8.ToArray();
        var whole = Compress(GatewayCompression.ZlibStream, [payload]).Single();
        var transport = new ScriptedTransport();
        using var reader = new FrameReader(transport, GatewayCompression.ZlibStream, MaxBytes, ArrayPool<byte>.Shared);
        transport.Say(whole[..5]);
        transport.Say(whole[5..]);

        (await reader.ReadAsync())!.Value.Bytes.ToArray().ShouldBe(payload);
    }

    [Theory]
    [MemberData(nameof(Compressions))]
    public async Task ReadAsync_BombBeyondTheLimit_IsOversized(GatewayCompression compression)
    {
        var transport = new ScriptedTransport();
        using var reader = new FrameReader(transport, compression, MaxBytes, ArrayPool<byte>.Shared);
        foreach (var message in Compress(compression, [new byte[50_000_000]]))
            transport.Say(message);

        (await Should.ThrowAsync<BadFrameException>(async () => await reader.ReadAsync())).Kind.ShouldBe(BadFrameKind.Oversized);
    }

    [Theory]
    [MemberData(nameof(Compressions))]
    public async Task ReadAsync_ExactlyTheLimit_IsTaken(GatewayCompression compression)
    {
        var transport = new ScriptedTransport();
        using var reader = new FrameReader(transport, compression, MaxBytes, ArrayPool<byte>.Shared);
        foreach (var message in Compress(compression, [new byte[MaxBytes]]))
            transport.Say(message);

        (await reader.ReadAsync())!.Value.Length.ShouldBe(MaxBytes);
    }

    [Theory]
    [MemberData(nameof(Compressions))]
    public async Task ReadAsync_ManyFramesThatTogetherPassTheLimit_AreAllTaken(GatewayCompression compression)
    {
        // Noise stays as long as it is.
        var payloads = Enumerable.Range(0, 5).Select(seed => Noise(seed, MaxBytes / 2)).ToArray();
        var transport = new ScriptedTransport();
        using var reader = new FrameReader(transport, compression, MaxBytes, ArrayPool<byte>.Shared);
        foreach (var message in Compress(compression, payloads))
            transport.Say(message);

        foreach (var payload in payloads)
        {
            var frame = (await reader.ReadAsync())!.Value;
            frame.Bytes.Span.SequenceEqual(payload).ShouldBeTrue();
            frame.Buffer.Release();
        }
    }

    [Theory]
    [MemberData(nameof(Compressions))]
    public async Task ReadAsync_Garbage_IsCorrupt(GatewayCompression compression)
    {
        var transport = new ScriptedTransport();
        using var reader = new FrameReader(transport, compression, MaxBytes, ArrayPool<byte>.Shared);
        transport.Say(Enumerable.Repeat((byte)0xEE, 64).ToArray());

        (await Should.ThrowAsync<BadFrameException>(async () => await reader.ReadAsync())).Kind.ShouldBe(BadFrameKind.Corrupt);
    }

    [Theory]
    [MemberData(nameof(Compressions))]
    public Task ReadAsync_DamagedStream_NeverThrowsAnythingElse(GatewayCompression compression)
    {
        var whole = Compress(compression, [.. Enumerable.Range(0, 4).Select(i => Enumerable.Range(0, 3000).Select(j => (byte)((i * j) % 17)).ToArray())]);
        return Gen.Select(Gen.Int[0, 3], Gen.Int[0, 10_000], Gen.Byte, Gen.Bool).SampleAsync(async (at, position, value, cut) =>
        {
            var transport = new ScriptedTransport();
            using var reader = new FrameReader(transport, compression, MaxBytes, ArrayPool<byte>.Shared);
            for (var i = 0; i < whole.Count; i++)
            {
                var message = whole[i].ToArray();
                if (i == at && cut)
                    message = message[..(position % message.Length)];
                else if (i == at)
                    message[position % message.Length] = value;
                transport.Say(message);
            }

            transport.Close(null);
            try
            {
                while (await reader.ReadAsync() is { } frame)
                    frame.Buffer.Release();
            }
            catch (BadFrameException bad)
            {
                bad.Kind.ShouldBeOneOf(BadFrameKind.Corrupt, BadFrameKind.Oversized);
            }
        }, iter: 300);
    }

    [Fact]
    public void Inflate_AfterTheZlibStreamEnded_IsCorrupt()
    {
        using var finished = new MemoryStream();
        using (var zlib = new ZLibStream(finished, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write("bye"u8);
        using var inflater = new ZlibInflater();
        using var frame = new FrameBuilder(ArrayPool<byte>.Shared, MaxBytes);
        inflater.Inflate(finished.ToArray(), frame);
        frame.Length.ShouldBe(3);

        Should.Throw<BadFrameException>(() => inflater.Inflate(new byte[] { 1, 2, 3 }, frame)).Kind.ShouldBe(BadFrameKind.Corrupt);
    }

    [Fact]
    public void Inflate_ZstdWindowTooLarge_IsRefused()
    {
        // A frame header that asks for a window of 2 GiB, and an empty raw block that is not the last.
        byte[] greedy = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0xA8, 0x00, 0x00, 0x00];
        using var inflater = new ZstdInflater();
        using var frame = new FrameBuilder(ArrayPool<byte>.Shared, MaxBytes);

        Should.Throw<BadFrameException>(() => inflater.Inflate(greedy, frame)).Kind.ShouldBe(BadFrameKind.Corrupt);
    }

    private static byte[] Noise(int seed, int length)
    {
        var noise = new byte[length];
        new Random(seed).NextBytes(noise);
        return noise;
    }

    private static void SayInPieces(ScriptedTransport transport, byte[] message, int piece)
    {
        for (var at = 0; at < message.Length; at += piece)
            transport.Say(message[at..Math.Min(message.Length, at + piece)], endOfMessage: at + piece >= message.Length);
    }

    // One flushed message for each payload, as the gateway sends them.
    private static List<byte[]> Compress(GatewayCompression compression, IReadOnlyList<byte[]> payloads)
    {
        var messages = new List<byte[]>();
        using var output = new MemoryStream();
        using Stream stream = compression == GatewayCompression.ZlibStream
            ? new ZLibStream(output, CompressionLevel.Fastest, leaveOpen: true)
            : new CompressionStream(output, leaveOpen: true);
        foreach (var payload in payloads)
        {
            output.SetLength(0);
            stream.Write(payload);
            stream.Flush();
            messages.Add(output.ToArray());
        }

        return messages;
    }

    // What is wrong with the first frame, which a cut has made unreadable.
    private static async Task<(BadFrameKind Fault, bool IsJoined)> FirstAsync(FrameReader reader)
    {
        try
        {
            if (await reader.ReadAsync() is not { } frame)
                return (BadFrameKind.None, false);
            var fault = EnvelopeReader.Read(frame.Bytes, out _);
            frame.Buffer.Release();
            return (fault, frame.IsJoined);
        }
        catch (BadFrameException bad)
        {
            return (bad.Kind, false);
        }
    }
}
