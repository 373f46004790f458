using System.Buffers;
using System.Text;
using CsCheck;
using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Protocol;
using Vexera.Core.Gateway.Transport;

namespace Vexera.Tests.Gateway.Transport;

public sealed class FrameReaderTests
{
    private const int MaxBytes = 100_000;

    [Fact]
    public async Task ReadAsync_OneMessageInPieces_GivesOneFrame()
    {
        var transport = new ScriptedTransport();
        using var reader = Reader(transport);
        transport.Say("hel"u8.ToArray(), endOfMessage: false);
        transport.Say("lo "u8.ToArray(), endOfMessage: false);
        transport.Say("you"u8.ToArray());
        transport.Say("next"u8.ToArray());

        (await Text(reader)).ShouldBe("hello you");
        (await Text(reader)).ShouldBe("next");
    }

    [Fact]
    public async Task ReadAsync_LargerThanTheFirstBuffer_GrowsAndReturnsEverything()
    {
        var pool = new CountingPool();
        var transport = new ScriptedTransport();
        var reader = new FrameReader(transport, GatewayCompression.None, MaxBytes, pool);
        var message = Enumerable.Range(0, 70_000).Select(i => (byte)i).ToArray();
        transport.Say(message);

        var frame = (await reader.ReadAsync())!.Value;

        frame.Bytes.ToArray().ShouldBe(message);
        frame.Buffer.Release();
        reader.Dispose();
        pool.Out.ShouldBe(0);
    }

    [Fact]
    public async Task ReadAsync_ExactlyTheLimit_IsTaken()
    {
        var transport = new ScriptedTransport();
        using var reader = Reader(transport);
        transport.Say(new byte[MaxBytes]);

        (await reader.ReadAsync())!.Value.Length.ShouldBe(MaxBytes);
    }

    [Fact]
    public async Task ReadAsync_OneByteTooLong_IsOversizedAndHoldsNoBuffer()
    {
        var pool = new CountingPool();
        var transport = new ScriptedTransport();
        var reader = new FrameReader(transport, GatewayCompression.None, MaxBytes, pool);
        transport.Say(new byte[MaxBytes + 1]);

        (await Should.ThrowAsync<BadFrameException>(async () => await reader.ReadAsync())).Kind.ShouldBe(BadFrameKind.Oversized);

        reader.Dispose();
        pool.Out.ShouldBe(0);
    }

    [Fact]
    public async Task ReadAsync_Closed_TellsCodeAndReason()
    {
        var transport = new ScriptedTransport();
        using var reader = Reader(transport);
        transport.Close(4009, "Session timed out");

        (await reader.ReadAsync()).ShouldBeNull();

        reader.Ended.ShouldBe(new Closure(4009, "Session timed out"));
    }

    [Fact]
    public async Task IsWaiting_OnlyWhenAllIsRead()
    {
        var transport = new ScriptedTransport();
        using var reader = Reader(transport);
        transport.Say("one");
        await Text(reader);
        reader.IsWaiting.ShouldBeFalse();

        var pending = reader.ReadAsync().AsTask();
        reader.IsWaiting.ShouldBeTrue();
        transport.Say("two");
        (await pending)!.Value.Buffer.Release();
        reader.IsWaiting.ShouldBeFalse();
    }

    [Fact]
    public Task ReadAsync_AnyBytesAnyCompression_ThrowsNothingButBadFrame() =>
        Gen.Select(Gen.Enum<GatewayCompression>(), Gen.Byte.Array[0, 300].Array[1, 5], Gen.Bool).SampleAsync(async (compression, messages, honest) =>
        {
            var transport = new ScriptedTransport();
            using var reader = new FrameReader(transport, compression, 5_000, ArrayPool<byte>.Shared);
            if (honest && compression == GatewayCompression.ZlibStream)
                transport.Say([0x78, 0x9C]);
            if (honest && compression == GatewayCompression.ZstdStream)
                transport.Say([0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x58]);
            foreach (var message in messages)
                transport.Say(message);
            transport.Close(null);
            try
            {
                while (await reader.ReadAsync() is { } frame)
                {
                    EnvelopeReader.Read(frame.Bytes, out _);
                    frame.Buffer.Release();
                }
            }
            catch (BadFrameException bad)
            {
                bad.Kind.ShouldBeOneOf(BadFrameKind.Corrupt, BadFrameKind.Oversized);
            }
        });

    private static FrameReader Reader(ScriptedTransport transport) =>
        new(transport, GatewayCompression.None, MaxBytes, ArrayPool<byte>.Shared);

    private static async Task<string> Text(FrameReader reader)
    {
        var frame = (await reader.ReadAsync())!.Value;
        var text = Encoding.UTF8.GetString(frame.Bytes.Span);
        frame.Buffer.Release();
        return text;
    }
}
