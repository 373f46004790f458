using Microsoft.Extensions.Time.Testing;
using Vexera.Benchmarks.Restarts;

namespace Vexera.Tests.Benchmarks;

/// <summary>Calls and their answers.</summary>
public sealed class AnswersTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Answers _answers;

    public AnswersTests() => _answers = new Answers(_time);

    [Fact]
    public void NoteAnswer_OfACall_GivesTheTimeSinceIt()
    {
        _answers.NoteCall(1);
        _time.Advance(TimeSpan.FromMilliseconds(250));
        _answers.NoteCall(2);
        _time.Advance(TimeSpan.FromMilliseconds(500));
        _answers.NoteAnswer(2);
        _answers.NoteAnswer(1);

        _answers.Seconds.ShouldBe([0.5, 0.75]);
        _answers.Unanswered.ShouldBe(0);
    }

    [Fact]
    public void NoteAnswer_ASecondTime_CountsAsDoubledAndNotForTheTime()
    {
        _answers.NoteCall(1);
        _answers.NoteAnswer(1);
        _time.Advance(TimeSpan.FromSeconds(1));
        _answers.NoteAnswer(1);

        _answers.Doubled.ShouldBe(1);
        _answers.Seconds.ShouldBe([0]);
    }

    [Fact]
    public void NoteAnswer_OfNoCall_IsNothing()
    {
        _answers.NoteCall(1);
        _answers.NoteAnswer(2);

        _answers.Asked.ShouldBe(1);
        _answers.Unanswered.ShouldBe(1);
        _answers.Seconds.ShouldBeEmpty();
    }
}
