using System.IO.Compression;
using System.Text;
using Vexera.Sandbox.Traffic;

namespace Vexera.Tests.Sandbox.Traffic;

/// <summary>What numbered messages say.</summary>
public sealed class TrafficTextTests
{
    private readonly TrafficText _text = new(seed: 7);

    [Theory]
    [InlineData(1, 750)]
    [InlineData(123_456_789, 3_150)]
    [InlineData(long.MaxValue / 4_000, 750)]
    public void Of_ALength_BeginsWithItsNumberAndHasTheLength(long number, int length)
    {
        var text = _text.Of(number, length);

        text.ShouldStartWith($"traffic {number} ");
        text.Length.ShouldBe(length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-850)]
    public void Of_NoRoom_SaysTheNumberAlone(int length) => _text.Of(42, length).ShouldBe("traffic 42 ");

    [Fact]
    public void Of_SameSeed_SaysTheSame() => new TrafficText(7).Of(99, 750).ShouldBe(_text.Of(99, 750));

    [Fact]
    public void Of_ManyMessages_CompressNoBetterThanSpeech()
    {
        var all = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 200).Select(number => _text.Of(number, 750))));
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(all);

        compressed.Length.ShouldBeInRange(all.Length / 5, all.Length);
    }
}
