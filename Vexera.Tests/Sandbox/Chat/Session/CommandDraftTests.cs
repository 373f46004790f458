using CsCheck;
using Vexera.Sandbox.Chat.Model;
using Vexera.Sandbox.Chat.Session;

namespace Vexera.Tests.Sandbox.Chat.Session;

public sealed class CommandDraftTests
{
    private static readonly ChatOption Who = new() { Type = ChatOptionType.User, Name = "user", Required = true };
    private static readonly ChatOption Days = new() { Type = ChatOptionType.Integer, Name = "days" };
    private static readonly ChatOption Share = new() { Type = ChatOptionType.Number, Name = "share" };
    private static readonly ChatOption Quiet = new() { Type = ChatOptionType.Boolean, Name = "quiet" };
    private static readonly ChatOption Reason = new() { Type = ChatOptionType.String, Name = "reason" };

    private static readonly ChatCommand Ban = new() { Id = 1, Name = "ban", Version = "2", Description = "Bans", Options = [Who, Days, Share, Quiet, Reason] };

    private static readonly ChatCommand Perms = new()
    {
        Id = 3,
        Name = "perms",
        Options =
        [
            new() { Type = ChatOptionType.SubCommand, Name = "list", Description = "Lists" },
            new() { Type = ChatOptionType.SubCommandGroup, Name = "role", Options = [new() { Type = ChatOptionType.SubCommand, Name = "allow", Options = [Reason] }] },
        ],
    };

    [Fact]
    public void Of_CommandsWithOthersBelow_GivesThoseThatCanBeUsed() =>
        CommandLeaf.Of([Perms, Ban]).Select(l => l.Name).ShouldBe(["ban", "perms list", "perms role allow"]);

    [Theory]
    [InlineData("", "ban, perms list, perms role allow")]
    [InlineData("p", "perms list, perms role allow")]
    [InlineData("ALLOW", "perms role allow")]
    [InlineData("zebra", "")]
    public void Search_TypedStart_FindsTheBestFirst(string typed, string found) =>
        string.Join(", ", CommandLeaf.Search(CommandLeaf.Of([Perms, Ban]), typed).Select(l => l.Name)).ShouldBe(found);

    [Theory]
    [InlineData("", "“user” is needed.")]
    [InlineData("80351110224678912", null)]
    public void Problem_NeededOption_AsksForIt(string user, string? problem) =>
        Draft((Who, user)).Problem.ShouldBe(problem);

    [Theory]
    [InlineData("7", null)]
    [InlineData("-1", null)]
    [InlineData("seven", "“days” takes a whole number.")]
    [InlineData("7.5", "“days” takes a whole number.")]
    public void Problem_WholeNumber_RefusesOthers(string days, string? problem) =>
        Draft((Who, "1"), (Days, days)).Problem.ShouldBe(problem);

    [Theory]
    [InlineData("0.5", null)]
    [InlineData("NaN", "“share” takes a number.")]
    [InlineData("half", "“share” takes a number.")]
    public void Problem_Number_RefusesOthers(string share, string? problem) =>
        Draft((Who, "1"), (Share, share)).Problem.ShouldBe(problem);

    [Fact]
    public void ToData_FilledIn_TypesTheValuesAndLeavesOutTheRest() =>
        Draft((Who, "80351110224678912"), (Days, "7"), (Share, "0.5"), (Quiet, "true")).ToData().ToJsonString().ShouldBe(
            """{"id":"1","name":"ban","type":1,"version":"2","options":[{"type":6,"name":"user","value":"80351110224678912"},{"type":4,"name":"days","value":7},{"type":10,"name":"share","value":0.5},{"type":5,"name":"quiet","value":true}]}""");

    [Fact]
    public void ToData_CommandBelowAGroup_NestsIt()
    {
        var draft = new CommandDraft(CommandLeaf.Of([Perms])[1]);
        draft[Reason] = "x";

        draft.ToData().ToJsonString().ShouldBe(
            """{"id":"3","name":"perms","type":1,"version":"","options":[{"type":2,"name":"role","options":[{"type":1,"name":"allow","options":[{"type":3,"name":"reason","value":"x"}]}]}]}""");
    }

    [Fact]
    public void ToData_Autocomplete_MarksTheFocusedOptionEvenWhenEmpty() =>
        Draft((Who, "1")).ToData(Reason)["options"]![1]!.ToJsonString().ShouldBe("""{"type":3,"name":"reason","value":"","focused":true}""");

    [Fact]
    public void Draft_AnyValues_NeverThrows() =>
        Gen.String.Array[5].Sample(values =>
        {
            var draft = Draft([.. Ban.Options.Zip(values)]);
            _ = draft.Problem;
            draft.ToData().ToJsonString().ShouldStartWith("{");
            draft.ToString().ShouldStartWith("/ban");
        });

    private static CommandDraft Draft(params (ChatOption Option, string Value)[] values)
    {
        var draft = new CommandDraft(CommandLeaf.Of([Ban]).Single());
        foreach (var (option, value) in values) draft[option] = value;
        return draft;
    }
}
