using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Suggestions;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Modules.Basics;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.Suggestions;

/// <summary>What is offered while somebody types in the slash form: always an answer, never too much, nothing for the wrong person.</summary>
public sealed class SuggestionTests
{
    private static readonly Argument<string> Fruit =
        new("fruit", BasicsText.HelpArgument, new TextArgument("pear")) { SuggestedBy = typeof(Fruits) };

    private readonly Fruits _fruits = new();

    [Theory]
    [InlineData("pi", "ping")]
    [InlineData("/pi", "ping")]
    [InlineData("PIN", "ping")]
    [InlineData("eal", "health")]
    [InlineData("xyzzy", null)]
    public async Task Help_Typed_OffersCommandsThatFit(string typed, string? expected)
    {
        await using var rig = new CommandRig();

        (await rig.SuggestAsync("help", "command", typed)).Select(one => one.Value).FirstOrDefault().ShouldBe(expected);
    }

    [Fact]
    public async Task Help_NothingTyped_OffersWhatTheCallerMayUse()
    {
        await using var rig = new CommandRig();

        var plain = await rig.SuggestAsync("help", "command", "");
        plain[0].ShouldSatisfyAllConditions(
            one => one.Value.ShouldBe("help"), one => one.Name.ShouldBe("help – Lists what you can do here, or explains one command."));
        plain.ShouldNotContain(one => one.Value == "prefix");
        (await rig.SuggestAsync("help", "command", "pre", TestGuild.Moderator)).ShouldHaveSingleItem().Value.ShouldBe("prefix");
        var values = (await rig.SuggestAsync("help", "command", "in")).Select(one => one.Value).ToList();
        values.TakeWhile(StartsSo).ShouldContain("invite");
        values.SkipWhile(StartsSo).ShouldContain("ping");
        values.SkipWhile(StartsSo).Where(StartsSo).ShouldBeEmpty("those that begin with it come first");

        static bool StartsSo(string value) => value.StartsWith("in", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_CallerChoseALanguage_DescribesCommandsInIt()
    {
        await using var rig = new CommandRig();
        await rig.WriteAsync("+userlocale de");

        (await rig.SuggestAsync("help", "command", "ping"))[0].ShouldSatisfyAllConditions(
            one => one.Value.ShouldBe("ping"), one => one.Name.ShouldBe($"ping – {BasicsText.PingDescription.In(new CultureInfo("de"))}"));
    }

    [Fact]
    public async Task Many_LongOrEmptyOnes_AreHeldToDiscordsLimits()
    {
        await using var rig = Rig();
        _fruits.Offer = _ => [.. Enumerable.Range(0, 40).Select(i => new Suggestion($"{i}", $"{i} " + new string('x', 200)))];
        var many = await rig.SuggestAsync("eat", "fruit", "");
        many.Count.ShouldBe(25);
        many.ShouldAllBe(one => one.Name.Length == 100 && one.Name.EndsWith('…'));

        _fruits.Offer = _ => [new(new string('x', 101)), new(""), new("a", " "), new("pear"), new("pear", "again"), new("plum", new string('x', 98) + "😀😀")];
        var few = await rig.SuggestAsync("eat", "fruit", "");
        few.Select(one => one.Value).ShouldBe(["pear", "plum"]);
        few[1].Name.ShouldBe(new string('x', 98) + "…");
    }

    [Fact]
    public async Task Source_Fails_OffersNothingAndLogs()
    {
        await using var rig = Rig();
        _fruits.Offer = _ => throw new InvalidOperationException("rotten");

        (await rig.SuggestAsync("eat", "fruit", "p")).ShouldBeEmpty();

        rig.Log.Lines.Count(line => line.EventId == 5004).ShouldBe(1);
    }

    [Fact]
    public async Task Source_TakesTooLong_OffersNothingInTime()
    {
        await using var rig = Rig();
        var asked = new TaskCompletionSource();
        _fruits.Wait = async () =>
        {
            asked.SetResult();
            await new TaskCompletionSource().Task;
        };
        await rig.BeginSuggestAsync("eat", "fruit", "p");
        await asked.Task;

        rig.Time.Advance(SuggestionExecutor.Patience);
        await rig.Runner.WhenIdleAsync();

        rig.Rest.Suggested.ShouldBe([]);
        SuggestionExecutor.Patience.ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Discord_TakesNoAnswer_IsNoTrouble()
    {
        await using var rig = Rig();
        rig.Rest.Answer = call => call.Name == "suggest" ? throw RecordingRest.Refusal(10062) : Task.CompletedTask;

        await rig.BeginSuggestAsync("eat", "fruit", "p");
        await rig.Runner.WhenIdleAsync();

        rig.Log.Lines.ShouldContain(line => line.EventId == 5005);
    }

    [Theory]
    [InlineData("eat", "vegetable")]
    [InlineData("secret", "fruit")]
    [InlineData("gone", "fruit")]
    [InlineData("ping", "fruit")]
    public async Task Option_OfNobodyOrNotForTheCaller_OffersNothing(string command, string option)
    {
        await using var rig = Rig();

        (await rig.SuggestAsync(command, option, "")).ShouldBeEmpty();
        _fruits.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task SubCommand_Option_IsOffered()
    {
        await using var rig = Rig();

        (await rig.SuggestAsync("food eat", "fruit", "PE")).Select(one => one.Value).ShouldBe(["pear", "grape"]);
    }

    [Fact]
    public async Task EveryArgument_ThatSuggests_HasItsSourceRegistered()
    {
        await using var rig = new CommandRig();
        var sources = rig.All<ISuggestions>().Select(source => source.GetType()).ToHashSet();

        var wanted = rig.Get<CommandCatalog>().All.SelectMany(command => command.Definition.Arguments).Select(one => one.SuggestedBy).OfType<Type>();

        wanted.ShouldNotBeEmpty();
        wanted.Distinct().Where(type => !sources.Contains(type)).ShouldBeEmpty("AddSuggestions is missing");
    }

    [Fact]
    public void Declare_SuggestedArgument_AsksDiscordToAsk()
    {
        Fruit.Declare().Autocomplete.ShouldBe(true);
        Should.Throw<InvalidOperationException>(() => DefinitionRules.Check(TestCommands.Definition(
            "eat", new Argument<long>("count", BasicsText.HelpArgument, new IntegerArgument(1, 5)) { SuggestedBy = typeof(Fruits) })));
        Should.Throw<InvalidOperationException>(() => DefinitionRules.Check(TestCommands.Definition(
            "eat", new Argument<string>("fruit", BasicsText.HelpArgument, new TextArgument("x")) { SuggestedBy = typeof(string) })));
    }

    private CommandRig Rig()
    {
        var food = new CommandGroup("food", BasicsText.AboutDescription);
        return new CommandRig(services => services
            .AddSingleton<ISuggestions>(_fruits)
            .AddTestCommand(TestCommands.Definition("eat", Fruit), _ => "eaten")
            .AddTestCommand(TestCommands.Definition("eat", Fruit) with { Group = food }, _ => "eaten")
            .AddTestCommand(TestCommands.Definition("secret", Fruit) with { DefaultPermission = Permission.BanMembers }, _ => "eaten"));
    }

    private sealed class Fruits : ISuggestions
    {
        public Func<string, IEnumerable<Suggestion>> Offer { get; set; } =
            typed => SuggestionMatch.Of(typed, ["grape", "pear"], name => name).Select(name => new Suggestion(name));

        public Func<Task> Wait { get; set; } = () => Task.CompletedTask;

        public int Asked { get; private set; }

        public async ValueTask<IEnumerable<Suggestion>> SuggestAsync(CommandContext context, string typed, CancellationToken cancellationToken)
        {
            Asked++;
            await Wait();
            return Offer(typed);
        }
    }
}
