using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Modules.Basics;

namespace Vexera.Tests.Commands.Definitions;

public sealed class CommandCatalogTests
{
    private static readonly (CommandDefinition Definition, string Rule)[] Broken =
    [
        (TestCommands.Definition("Ping"), "no valid name"),
        (TestCommands.Definition("a b"), "no valid name"),
        (TestCommands.Definition(""), "no valid name"),
        (TestCommands.Definition(new string('a', 33)), "no valid name"),
        (TestCommands.Definition("a", Text("Arg")), "no valid name"),
        (TestCommands.Definition("a", Text("x"), Text("x")), "share a name"),
        (TestCommands.Definition("a", Text("x", required: false), Text("y")), "before optional"),
        (TestCommands.Definition("a", Text("x", rest: true), Text("y")), "only the last"),
        (TestCommands.Definition("a", [.. Enumerable.Range(0, 26).Select(i => Text($"x{i}"))]), "at most 25"),
    ];

    private static readonly CommandGroup Perms = new("perms", BasicsText.PingDescription) { Aliases = ["perm"] };
    private static readonly CommandDefinition Add = TestCommands.Definition("add") with { Group = Perms, Aliases = ["allow"] };
    private static readonly CommandDefinition List = TestCommands.Definition("list") with { Group = Perms };

    [Theory]
    [InlineData("ping", "ping")]
    [InlineData("PING", "ping")]
    [InlineData("pong", "ping")]
    [InlineData("pin", null)]
    [InlineData("", null)]
    public void Find_NameOrAliasInAnyCase_GivesTheCommand(string name, string? expected) =>
        (Catalog("ping:pong", "help").Find(name)?.Definition.Name).ShouldBe(expected);

    [Fact]
    public void Catalog_TwoCommandsOfOneName_IsRefused() =>
        Should.Throw<InvalidOperationException>(() => Catalog("ping", "pong:ping")).Message.ShouldContain("'ping'");

    [Theory]
    [InlineData("pnig", "ping")]
    [InlineData("hel", "help")]
    [InlineData("p", null)]
    [InlineData("zzzz", null)]
    [InlineData("xing", null)]
    [InlineData("averyveryveryveryveryveryverylongword", null)]
    public void Nearest_Typed_IsTheOneThatIsMeant(string typed, string? expected) =>
        (CommandNames.Nearest(typed, Catalog("ping", "zing", "help").All)?.Definition.Name).ShouldBe(expected);

    [Fact]
    public void Catalog_DefinitionThatDiscordWouldRefuse_IsRefused()
    {
        foreach (var (definition, rule) in Broken)
            Should.Throw<InvalidOperationException>(() => new CommandCatalog([Entry(definition)])).Message.ShouldContain(rule);
    }

    [Theory]
    [InlineData("ping", "`+ping`")]
    [InlineData("help", "`+help [command…]`")]
    public void UsageLine_Definition_ShowsArguments(string name, string expected) => $"`{UsageLine.Of("+", DefinitionOf(name))}`".ShouldBe(expected);

    [Theory]
    [InlineData("perms add", "perms add")]
    [InlineData("PERMS Add", "perms add")]
    [InlineData("perm allow", "perms add")]
    [InlineData("perms list", "perms list")]
    [InlineData("perms", null)]
    [InlineData("add", null)]
    public void Find_CommandOfAGroup_IsFoundByBothWordsAndTheirAliases(string name, string? expected) =>
        (Catalog(Add, List).Find(name)?.Definition.FullName).ShouldBe(expected);

    [Fact]
    public void Group_Commands_HaveItInNameNodeAndUsage()
    {
        Catalog(Add, List).FindGroup("PERM").ShouldBe(Perms);
        Catalog(Add, List).In(Perms).Select(entry => entry.Definition.Name).ShouldBe(["add", "list"]);
        Add.Node.ShouldBe("basics.perms.add");
        UsageLine.Of("+", Add with { Arguments = [Text("node")] }).ShouldBe("+perms add <node>");
    }

    [Fact]
    public void Group_ThatContradictsItself_IsRefused()
    {
        Refuse("'perms'", Add, TestCommands.Definition("perms"));
        Refuse("'perms'", Add, TestCommands.Definition("other") with { Aliases = ["perms"] });
        Refuse("'perms'", Add, List with { Group = new CommandGroup("perms", BasicsText.PingDescription) });
        Refuse("'perms add'", Add, List with { Aliases = ["add"] });
        Refuse("at most 25", [.. Enumerable.Range(0, 26).Select(i => List with { Name = $"list{i}" })]);
        Refuse("no valid name", List with { Group = new CommandGroup("Perms", BasicsText.PingDescription) });

        static void Refuse(string rule, params CommandDefinition[] definitions) =>
            Should.Throw<InvalidOperationException>(() => Catalog(definitions)).Message.ShouldContain(rule);
    }

    private static CommandDefinition DefinitionOf(string name) => name == "ping" ? PingCommand.Definition : HelpCommand.Definition;

    private static Argument<string> Text(string name, bool required = true, bool rest = false) =>
        new(name, BasicsText.HelpArgument, new TextArgument("x", takesTheRest: rest), required);

    private static CommandCatalog Catalog(params string[] names) => new(names.Select(name => name.Split(':')).Select(parts =>
        Entry(TestCommands.Definition(parts[0]) with { Aliases = parts[1..] })));

    private static CommandCatalog Catalog(params CommandDefinition[] definitions) => new(definitions.Select(Entry));

    private static CommandEntry Entry(CommandDefinition definition) =>
        new(definition, "Test", (_, _) => ValueTask.FromResult(new Reply("")));
}
