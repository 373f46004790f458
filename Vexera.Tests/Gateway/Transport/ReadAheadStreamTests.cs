using CsCheck;
using Vexera.Core.Gateway.Transport;

namespace Vexera.Tests.Gateway.Transport;

public sealed class ReadAheadStreamTests : IAsyncDisposable
{
    private const int Size = 64;
    private readonly PieceStream _connection = new();
    private readonly ReadAheadStream _stream;

    public ReadAheadStreamTests() => _stream = new ReadAheadStream(_connection, Size);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    [Fact]
    public async Task ReadAsync_ManySmallReads_AskTheConnectionOnce()
    {
        _connection.Say(Bytes(0, 60));

        (await ReadAsync(2)).ShouldBe(Bytes(0, 2));
        (await ReadAsync(10)).ShouldBe(Bytes(2, 10));
        (await ReadAsync(48)).ShouldBe(Bytes(12, 48));

        _connection.Reads.ShouldBe(1);
    }

    [Fact]
    public async Task ReadAsync_MoreThanLiesReady_GivesWhatThereIsWithoutWaiting()
    {
        _connection.Say(Bytes(0, 10));
        (await ReadAsync(4)).ShouldBe(Bytes(0, 4));

        (await ReadAsync(40)).ShouldBe(Bytes(4, 6));

        _connection.Reads.ShouldBe(1);
    }

    [Fact]
    public async Task ReadAsync_NothingArrivedYet_WaitsForIt()
    {
        var reading = ReadAsync(4);
        reading.IsCompleted.ShouldBeFalse();

        _connection.Say(Bytes(0, 6));

        (await reading).ShouldBe(Bytes(0, 4));
        (await ReadAsync(4)).ShouldBe(Bytes(4, 2));
    }

    [Fact]
    public async Task ReadAsync_AsLongAsTheBuffer_TakesNoDetour()
    {
        _connection.Say(Bytes(0, 2 * Size));

        (await ReadAsync(2 * Size)).ShouldBe(Bytes(0, 2 * Size));
    }

    [Fact]
    public async Task ReadAsync_OfNothing_WaitsAndTakesNothing()
    {
        var reading = ReadAsync(0);
        reading.IsCompleted.ShouldBeFalse();

        _connection.Say(Bytes(0, 3));

        (await reading).ShouldBeEmpty();
        (await ReadAsync(3)).ShouldBe(Bytes(0, 3));
    }

    [Fact]
    public async Task ReadAsync_ConnectionBreaks_FailsAfterWhatHadCome()
    {
        _connection.Say(Bytes(0, 6));
        _connection.End(new IOException("broken"));

        (await ReadAsync(4)).ShouldBe(Bytes(0, 4));
        (await ReadAsync(4)).ShouldBe(Bytes(4, 2));
        (await Should.ThrowAsync<IOException>(ReadAsync(4))).Message.ShouldBe("broken");
    }

    [Fact]
    public Task ReadAsync_WhateverPiecesAndReads_GivesTheSameBytesInOrder()
    {
        var lengths = Gen.Int[1, 3 * Size].List[0, 20];
        return Gen.Select(lengths, Gen.Int[1, 2 * Size].List[1, 10]).SampleAsync(async (pieces, reads) =>
        {
            var connection = new PieceStream();
            await using var stream = new ReadAheadStream(connection, Size);
            var said = 0;
            foreach (var length in pieces)
            {
                connection.Say(Bytes(said, length));
                said += length;
            }

            connection.End();
            var heard = new List<byte>();
            for (var turn = 0; ; turn++)
            {
                var buffer = new byte[reads[turn % reads.Count]];
                var count = await stream.ReadAsync(buffer, Token);
                if (count == 0)
                    break;
                heard.AddRange(buffer.AsSpan(0, count));
            }

            heard.ShouldBe(Bytes(0, said));
        });
    }

    [Fact]
    public void Read_ManySmallReads_AskTheConnectionOnce()
    {
        _connection.Say(Bytes(0, 60));
        var buffer = new byte[60];

        _stream.Read(buffer, 0, 2).ShouldBe(2);
        _stream.Read(buffer, 2, 58).ShouldBe(58);

        buffer.ShouldBe(Bytes(0, 60));
        _connection.Reads.ShouldBe(1);
    }

    [Fact]
    public async Task WriteAsync_Bytes_GoStraightToTheConnection()
    {
        await _stream.WriteAsync(Bytes(0, 5), Token);

        _connection.Written.ShouldBe(Bytes(0, 5));
    }

    [Fact]
    public async Task DisposeAsync_DisposesOfTheConnection()
    {
        await _stream.DisposeAsync();

        _connection.IsDisposed.ShouldBeTrue();
    }

    private static byte[] Bytes(int first, int count) => [.. Enumerable.Range(first, count).Select(i => (byte)i)];

    private async Task<byte[]> ReadAsync(int length)
    {
        var buffer = new byte[length];
        return buffer[..await _stream.ReadAsync(buffer, Token)];
    }
}
