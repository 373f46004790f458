using Vexera.Core.Commands;
using Vexera.Core.Commands.Languages;
using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Staging;

namespace Vexera.Tests.Host.Drills.Promises;

public sealed class AnswersTests
{
    private static readonly TimeSpan Bar = SeenDrill.Seconds(5);

    public static TheoryData<string> Languages => [.. LanguageCatalog.All.Select(language => language.Code)];

    [Fact]
    public void AllGiven_WhenEachWasAnsweredOnce_IsKept() => SeenDrill.Kept.ShouldKeep(Answers.AllGiven());

    [Fact]
    public void AllGiven_WhenOneWasNotAndOneTwice_CountsBothAndNamesTheEarlierCall()
    {
        var record = SeenDrill.Kept with { Calls = [SeenDrill.Call("1", 20, 0.1), SeenDrill.Call("2", 35, 0.1, 0.2), SeenDrill.Call("3", 30)] };

        record.ShouldBreak(Answers.AllGiven(), first: 30).Seen.ShouldBe("2 (of 3 calls 1 without an answer, 1 answered more than once)");
    }

    [Fact]
    public void EachPromise_WithoutACall_IsNotMeasured()
    {
        foreach (var promise in new[] { Answers.AllGiven(), Answers.NoneUnknown(), Answers.NoneFailed(), Answers.Within(Bar) })
            (SeenDrill.Kept with { Calls = [] }).ShouldNotBeMeasured(promise);
    }

    [Fact]
    public void EachPromiseAboutAnswers_WithoutAnAnswer_IsNotMeasured()
    {
        foreach (var promise in new[] { Answers.NoneUnknown(), Answers.NoneFailed(), Answers.Within(Bar) })
            (SeenDrill.Kept with { Calls = [SeenDrill.Call("1", 20)] }).ShouldNotBeMeasured(promise);
    }

    [Fact]
    public void NoneUnknown_WhenSomebodyIsToldSo_NamesWhenAndWhat()
    {
        Saying("There is no Discord account `80`.").ShouldBreak(Answers.NoneUnknown(), first: 40.1).Seen.ShouldBe("1 (There is no Discord account `80`.)");
        Saying("There is no Discord account `80`.").ShouldKeep(Answers.NoneFailed());
    }

    [Fact]
    public void NoneUnknown_WhenItIsSaidUnasked_IsBrokenToo() =>
        (SeenDrill.Kept with { Unasked = [SeenDrill.Said(SeenDrill.OldGuild, 50, "Unknown Channel")] }).ShouldBreak(Answers.NoneUnknown(), first: 50);

    [Fact]
    public void NoneUnknown_WhenAnswersAreOfOtherThings_IsKept()
    {
        SeenDrill.Kept.ShouldKeep(Answers.NoneUnknown());
        Saying(CommandsText.Unknown("`+ban`", "`+help`").In(LanguageCatalog.English.Culture)).ShouldKeep(Answers.NoneUnknown());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void NoneFailed_WhenSomebodyIsToldSo_NamesTheCall(string language)
    {
        var culture = LanguageCatalog.Find(language)!.Culture;

        Saying(CommandsText.Failed("+ping", "7f").In(culture)).ShouldBreak(Answers.NoneFailed(), first: 40.1).Seen.ShouldStartWith("1 (");
        Saying(CommandsText.TimedOut("+ping", "7f").In(culture)).ShouldBreak(Answers.NoneFailed(), first: 40.1);
        SeenDrill.Kept.ShouldKeep(Answers.NoneFailed());
    }

    [Fact]
    public void Within_WhenOneOfAHundredIsLate_IsKept() =>
        WithDelays([.. Enumerable.Repeat(0.1, 99), 9]).ShouldKeep(Answers.Within(Bar)).Seen.ShouldBe("0.100 s (1 of 100 later or never)");

    [Fact]
    public void Within_WhenTwoOfAHundredAreLate_NamesTheEarlierCall() =>
        WithDelays([.. Enumerable.Repeat(0.1, 50), 9, 9, .. Enumerable.Repeat(0.1, 48)])
            .ShouldBreak(Answers.Within(Bar), first: 25).Seen.ShouldBe("9.000 s (2 of 100 later or never)");

    [Fact]
    public void Within_WhenAnAnswerNeverCame_CountsItAsLate() =>
        (SeenDrill.Kept with { Calls = [SeenDrill.Call("1", 20, 0.1), SeenDrill.Call("2", 30)] }).ShouldBreak(Answers.Within(Bar), first: 30);

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(0.99, 4)]
    [InlineData(0, 1)]
    public void Quantile_OfFour_IsTheLeastThatSoManyStayWithin(double share, double seconds) =>
        Answers.Quantile(WithDelays([4, 2, 1, 3]), share).ShouldBe(SeenDrill.Seconds(seconds), SeenDrill.Seconds(0.001));

    [Fact]
    public void Quantile_OfNothing_IsNothing() => Answers.Quantile(SeenDrill.Kept with { Calls = [] }, 0.99).ShouldBe(TimeSpan.Zero);

    private static DrillRecord WithDelays(IEnumerable<double> delays) =>
        SeenDrill.Kept with { Calls = [.. delays.Select((delay, number) => SeenDrill.Call($"{number}", number * 0.5, delay))] };

    private static DrillRecord Saying(string content)
    {
        var call = SeenDrill.Call("2", 40, 0.1);
        return SeenDrill.Kept with { Calls = [SeenDrill.Call("1", 20, 0.1), call with { Answers = [call.Answers[0] with { Content = content }] }] };
    }
}
