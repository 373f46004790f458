using System.Text;
using System.Text.Json.Nodes;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Tests.Commands;
using Vexera.Tests.Commands.Components;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Settings;

/// <summary>A server's settings as a file: exported, checked whole, and imported in one piece.</summary>
public sealed class SettingsFileTests
{
    [Fact]
    public async Task Export_ThenImportElsewhere_SetsTheSame()
    {
        await using var from = new CommandRig();
        await from.SayAsync("+settings disable ping");
        await from.SayAsync("+locale fr");
        await from.SayAsync("+prefix !?");
        var file = await ExportAsync(from);

        await using var to = new CommandRig();
        await to.SayAsync("+settings disable about");
        await to.ImportAsync(file);

        var settings = await to.Get<IGuildSettings>().GetAsync(TestGuild.Id, TestContext.Current.CancellationToken);
        settings["prefix"].ShouldBe("!?");
        settings["locale"].ShouldBe("fr");
        settings["disabled-commands"].ShouldBe("basics.ping");
        JsonNode.DeepEquals(JsonNode.Parse(file), JsonNode.Parse(await ExportAsync(to))).ShouldBeTrue();
    }

    [Fact]
    public async Task Import_AFile_SaysWhatWouldChangeAndChangesItWhenConfirmed()
    {
        const string File = """{"version":1,"settings":{"prefix":"?"},"disabledCommands":["basics.*"]}""";
        await using var rig = new CommandRig();

        var asked = await rig.AskToImportAsync(File);

        asked.Message!.Content.ShouldNotBeNull().ShouldStartWith(
            "This would change:\nPrefix: `+` → `?`\nSwitched off: `basics.*`\nShall I apply it?\n");
        (await rig.SayAsync("+ping")).ShouldContain("Pong");
        (await rig.ImportAsync(File, press: "No")).ShouldContain("nothing was done");
        (await rig.SayAsync("+ping")).ShouldContain("Pong");
        (await rig.PressAsync(asked, "Yes", TestGuild.Owner))[^1].Message!.Content.ShouldBe(
            "Done. This has changed:\nPrefix: `+` → `?`\nSwitched off: `basics.*`");
        (await rig.SayAsync("?ping")).ShouldContain("switched off");
        (await rig.SayAsync("?settings show")).ShouldContain("`?`");
    }

    [Fact]
    public async Task Import_PartIsMissing_IsLeftAloneAndOneThatIsThereReplaces()
    {
        await using var rig = new CommandRig();
        await rig.SayAsync("+settings disable ping");
        await rig.Get<IGuildSettings>().SetAsync(TestGuild.Id, "locale", "de", TestContext.Current.CancellationToken);
        await rig.SayAsync("+userlocale en");

        await rig.ImportAsync("""{"version":1,"settings":{"prefix":"?"}}""");

        var settings = await rig.Get<IGuildSettings>().GetAsync(TestGuild.Id, TestContext.Current.CancellationToken);
        (settings["prefix"], settings["locale"], settings["disabled-commands"]).ShouldBe(("?", null, "basics.ping"));
    }

    [Fact]
    public async Task Import_ManyMistakes_NamesEachAndChangesNothing()
    {
        await using var rig = new CommandRig();

        var answer = await rig.ImportAsync(
            """{"version":2,"colour":1,"settings":{"prefix":"much too long","locale":7,"volume":"11"},"disabledCommands":["basics.ping","ping","server.settings.enable",3]}""");

        foreach (var path in new[] { "version", "colour", "settings.prefix", "settings.locale", "settings.volume", "disabledCommands[1]", "disabledCommands[2]", "disabledCommands[3]" })
            answer.ShouldContain($"`{path}`: ");
        answer.ShouldNotContain("disabledCommands[0]");
        answer.ShouldContain("`\"much too long\"` will not do; allowed is a prefix of 1 to 5 visible characters");
        (await rig.SayAsync("+ping")).ShouldContain("Pong");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"version":1,"settings":[]}""")]
    [InlineData("""{"version":1,"settings":null}""")]
    [InlineData("""{"version":1,"disabledCommands":{}}""")]
    [InlineData("""{"version":1,"disabledCommands":["*"]}""")]
    [InlineData("""{"version":1,"version":1}""")]
    [InlineData("""{"version":1,"settings":{"prefix":"?","prefix":"!"}}""")]
    [InlineData("""{"version":"1"}""")]
    public async Task Import_NoSuchFile_IsRefused(string content)
    {
        await using var rig = new CommandRig();

        (await rig.ImportAsync(content)).ShouldStartWith("Nothing was changed.");

        (await rig.SayAsync("+ping")).ShouldContain("Pong");
    }

    [Fact]
    public async Task Import_TooLarge_IsRefused()
    {
        await using var rig = new CommandRig(settings: ("Modules:Settings:ImportKilobytes", "1"));

        (await rig.ImportAsync($$"""{"version":1{{new string(' ', 1_100)}}}""")).ShouldBe("That file is too large: I take up to 1 KB.");
    }

    [Fact]
    public async Task Import_WithoutAFile_SaysWhatIsMissing()
    {
        await using var rig = new CommandRig();

        (await rig.SayAsync("+settings import")).ShouldContain("a file, sent along with the command");
        (await rig.SayAsync("+settings import that.json")).ShouldContain("a file, sent along with the command");
    }

    [Fact]
    public async Task Import_DatabaseFails_ChangesNothing()
    {
        await using var rig = new CommandRig();
        var asked = await rig.AskToImportAsync("""{"version":1,"settings":{"prefix":"?"},"disabledCommands":["basics.ping"]}""");
        rig.Trouble.WriteFailure = TroubledDatabase.Full;

        await rig.PressAsync(asked, "Yes", TestGuild.Owner);

        rig.Trouble.WriteFailure = null;
        (await rig.SayAsync("+ping")).ShouldContain("Pong");
    }

    [Fact]
    public async Task Import_BySlash_TakesTheFileOfTheOption()
    {
        await using var rig = new CommandRig();
        var file = rig.Attachments.Add("""{"version":1,"settings":{"prefix":"?"}}""");
        var resolved = new ResolvedData { Attachments = new Dictionary<Snowflake, Attachment> { [file.Id] = file } };

        var answers = await rig.SlashAsync("settings import", [("file", file)], TestGuild.Owner, resolved: resolved);

        answers[^1].Message!.Content.ShouldNotBeNull().ShouldStartWith("This would change:\nPrefix: `+` → `?`\nShall I");
    }

    private static async Task<string> ExportAsync(CommandRig rig)
    {
        var answer = (await rig.SlashAsync("settings export", user: TestGuild.Owner))[^1].Message!;
        return Encoding.UTF8.GetString(answer.Files.ShouldHaveSingleItem(answer.Content).Content.Span);
    }
}
