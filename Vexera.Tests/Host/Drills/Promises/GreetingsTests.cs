using Vexera.Core.Commands.Languages;
using Vexera.Core.Modules.Greeting;
using Vexera.Host.Drills.Promises;
using Vexera.Host.Drills.Staging;

namespace Vexera.Tests.Host.Drills.Promises;

public sealed class GreetingsTests
{
    public static TheoryData<string> Languages => [.. LanguageCatalog.All.Select(language => language.Code)];

    [Fact]
    public void NoneToOldGuilds_WhenNewOnesAloneAreThanked_IsKept() => SeenDrill.Kept.ShouldKeep(Greetings.NoneToOldGuilds());

    [Theory]
    [MemberData(nameof(Languages))]
    public void NoneToOldGuilds_WhenOneIsThankedInAnyLanguage_NamesTheMoment(string language)
    {
        var culture = LanguageCatalog.Find(language)!.Culture;

        Thanking((SeenDrill.OldGuild, 31, GreetingText.Thanks("`+`", "`+help`", "`+prefix`").In(culture)))
            .ShouldBreak(Greetings.NoneToOldGuilds(), first: 31).Seen.ShouldBe("1");
        Thanking((SeenDrill.OldGuild, 32, GreetingText.ThanksNoPrefix("`/help`").In(culture)))
            .ShouldBreak(Greetings.NoneToOldGuilds(), first: 32);
    }

    [Fact]
    public void NoneToOldGuilds_WhenSaidInADirectMessage_IsBroken() =>
        Thanking((null, 31, Thanks)).ShouldBreak(Greetings.NoneToOldGuilds(), first: 31);

    [Fact]
    public void NoneToOldGuilds_WhenSomethingElseIsSaid_IsKept() =>
        Thanking((SeenDrill.OldGuild, 31, "All is well again.")).ShouldKeep(Greetings.NoneToOldGuilds());

    [Fact]
    public void NoneToOldGuilds_WhenNothingWasHeard_IsNotMeasured() =>
        (SeenDrill.Kept with { Unasked = [], Calls = [SeenDrill.Call("1001", 20)] }).ShouldNotBeMeasured(Greetings.NoneToOldGuilds());

    [Fact]
    public void OnceToNewGuilds_WhenEachHeardItOnce_IsKept() => SeenDrill.Kept.ShouldKeep(Greetings.OnceToNewGuilds());

    [Fact]
    public void OnceToNewGuilds_WhenOneHeardNothing_NamesWhenItAddedTheBot() =>
        Thanking().ShouldBreak(Greetings.OnceToNewGuilds(), first: 14).Seen.ShouldBe("0 (1 not thanked, 0 more than once)");

    [Fact]
    public void OnceToNewGuilds_WhenOneHeardItTwice_NamesTheSecondTime() =>
        Thanking((SeenDrill.NewGuild, 16, Thanks), (SeenDrill.NewGuild, 45, Thanks))
            .ShouldBreak(Greetings.OnceToNewGuilds(), first: 45).Seen.ShouldBe("0 (0 not thanked, 1 more than once)");

    [Fact]
    public void OnceToNewGuilds_WhenOneHeardItTwiceAndAnotherNever_IsBrokenForBoth()
    {
        var record = Thanking((SeenDrill.NewGuild, 16, Thanks), (SeenDrill.NewGuild, 17, Thanks)) with
        {
            NewGuilds = new Dictionary<string, TimeSpan> { [SeenDrill.NewGuild] = SeenDrill.Seconds(14), ["3"] = SeenDrill.Seconds(15) },
        };

        record.ShouldBreak(Greetings.OnceToNewGuilds(), first: 15).Seen.ShouldBe("0 (1 not thanked, 1 more than once)");
    }

    [Fact]
    public void OnceToNewGuilds_WhenNoGuildAddedTheBot_IsNotMeasured() =>
        (SeenDrill.Kept with { NewGuilds = new Dictionary<string, TimeSpan>() }).ShouldNotBeMeasured(Greetings.OnceToNewGuilds());

    private static string Thanks => SeenDrill.Kept.Unasked[0].Content;

    private static DrillRecord Thanking(params IEnumerable<(string? Guild, double At, string Content)> said) =>
        SeenDrill.Kept with { Unasked = [.. said.Select(one => SeenDrill.Said(one.Guild, one.At, one.Content))] };
}
