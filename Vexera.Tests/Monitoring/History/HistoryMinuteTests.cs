using Vexera.Core.Monitoring.History;
using Vexera.Core.Monitoring.Sampling;

namespace Vexera.Tests.Monitoring.History;

/// <summary>A minute as bytes.</summary>
public sealed class HistoryMinuteTests
{
    private static readonly Sample One = SampleFiguresTests.Distinct();

    private static readonly HistoryMinute Minute = new(
        HistoryMinute.Of(One.At), [One with { At = One.At.AddSeconds(3) }, One with { At = One.At.AddSeconds(57), CpuCores = 5.25 }]);

    [Fact]
    public void Decode_WhatWasEncoded_IsTheSame()
    {
        var read = HistoryMinute.Decode(Minute.At, Minute.Encode())!;

        read.At.ShouldBe(Minute.At);
        read.Samples.ShouldBe(Minute.Samples);
    }

    [Fact]
    public void Decode_FewerFiguresOfAnEarlierBuild_HasThemAndZeros()
    {
        double[] early = [2, 1_000, 1_234, 0.5];

        var read = HistoryMinute.Decode(Minute.At, Bytes(early))!;

        read.Samples.ShouldBe([SampleFigures.Sample(Minute.At.AddSeconds(1), [1_234, 0.5, .. new double[SampleFigures.Count - 2]])]);
    }

    [Fact]
    public void Decode_MoreFiguresOfALaterBuild_HasThoseThatAreKnown()
    {
        double[] late = [SampleFigures.Count + 2, 1_000, .. SampleFigures.Of(One), 7, 8];

        HistoryMinute.Decode(Minute.At, Bytes(late))!.Samples.ShouldBe([One with { At = Minute.At.AddSeconds(1) }]);
    }

    [Fact]
    public void Decode_Damaged_IsNothing()
    {
        HistoryMinute.Decode(Minute.At, []).ShouldBeNull();
        HistoryMinute.Decode(Minute.At, Minute.Encode()[..^8]).ShouldBeNull();
        HistoryMinute.Decode(Minute.At, Bytes([double.NaN, 1, 2])).ShouldBeNull();
        HistoryMinute.Decode(Minute.At, Bytes([1e300, 1, 2])).ShouldBeNull();
        HistoryMinute.Decode(Minute.At, Bytes([1, -5, 2])).ShouldBeNull();
    }

    [Fact]
    public void Slot_MinutesOfADay_AreAllOthers() =>
        Enumerable.Range(0, HistoryMinute.Most).Select(i => new HistoryMinute(Minute.At.AddMinutes(i), []).Slot).ShouldBeUnique();

    private static byte[] Bytes(double[] numbers) => [.. numbers.SelectMany(BitConverter.GetBytes)];
}
