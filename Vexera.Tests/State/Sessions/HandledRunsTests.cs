using CsCheck;
using Vexera.Core.State.Sessions;

namespace Vexera.Tests.State.Sessions;

public sealed class HandledRunsTests
{
    // Distances: what is done, what is open, in turns.
    private static readonly Gen<(long After, HandledRuns Runs)> Any = Gen.Select(
        Gen.Long[0, 1_000_000], Gen.Select(Gen.Int[1, 200], Gen.Int[1, 200]).Array[0, 30], Gen.Int[1, 300],
        (after, pairs, tail) =>
        {
            var (at, runs) = (after, new List<Run>());
            foreach (var (done, open) in pairs)
            {
                runs.Add(new Run(at + done + 1, open));
                at += done + open;
            }

            return (after, new HandledRuns(at + tail, runs));
        });

    [Fact]
    public void Encode_AnyRuns_AreReadBack() => Any.Sample(one =>
    {
        var read = HandledRuns.Decode(one.After, one.Runs.Encode(one.After));

        read.Last.ShouldBe(one.Runs.Last);
        read.Open.ShouldBe(one.Runs.Open);
    });

    [Fact]
    public void Contains_AnyRuns_IsTrueForAllUpToTheLastThatAreInNoRun() => Any.Sample(one =>
    {
        for (var sequence = one.After + 1; sequence <= one.Runs.Last + 3; sequence++)
        {
            var expected = sequence <= one.Runs.Last && !one.Runs.Open.Any(run => sequence >= run.First && sequence < run.End);
            one.Runs.Contains(sequence).ShouldBe(expected);
        }
    }, iter: 200);

    [Fact]
    public void Encode_NothingDone_IsEmpty()
    {
        HandledRuns.None.Encode(7).IsEmpty.ShouldBeTrue();
        HandledRuns.Decode(7, default).Contains(8).ShouldBeFalse();
    }

    [Theory]
    [InlineData(new byte[] { 5, 1 })]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 5, 0, 1 })]
    [InlineData(new byte[] { 5, 1, 0 })]
    [InlineData(new byte[] { 5, 4, 2 })]
    public void Decode_CutOffOrOutOfOrder_Throws(byte[] encoded) =>
        Should.Throw<InvalidDataException>(() => HandledRuns.Decode(0, encoded));
}
