using Vexera.Benchmarks.Punishments;

namespace Vexera.Tests.Benchmarks;

/// <summary>What follows from what was seen.</summary>
public sealed class SeenTests
{
    private static readonly Seen Drain = new()
    {
        Seconds = 10,
        Lifted = 350,
        Requests = 450,
        Called = 100,
        Unanswered = 0,
        AnswerSeconds = [.. Enumerable.Range(1, 100).Select(number => number / 100.0)],
        Cpu = 1,
        Megabytes = 150,
    };

    [Fact]
    public void Rate_OfADrain_IsBansInASecond() => Drain.Rate.ShouldBe(35);

    [Fact]
    public void Share_OfADrain_IsOfFiftyRequestsInASecond() => Drain.Share.ShouldBe(90);

    [Fact]
    public void SlowAnswer_OfAHundred_IsTheLastButOne() => Drain.SlowAnswer.ShouldBe(0.99);
}
