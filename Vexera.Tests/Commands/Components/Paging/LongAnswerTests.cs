using System.Text;
using Vexera.Core.Commands.Components.Paging;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.Components.Paging;

/// <summary>Answers that are longer than one message, in both forms.</summary>
public sealed class LongAnswerTests
{
    private static readonly string Long = Lines(400);

    public static TheoryData<bool> Forms => [false, true];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Answer_TooLong_IsLeafedThroughFromFirstToLast(bool slash)
    {
        await using var rig = Rig(_ => new Reply(Long));

        var shown = await SayAsync(rig, slash);
        var pages = new List<string> { shown.Message!.Content! };
        var count = int.Parse(shown.Buttons().Keys.Single(label => label.StartsWith("1 / ", StringComparison.Ordinal)).Split(" / ")[1], null);
        while (shown.Buttons()["▶"].Disabled != true)
        {
            shown = (await rig.PressAsync(shown, "▶")).ShouldHaveSingleItem();
            shown.Name.ShouldBe("update");
            shown.Buttons().ShouldContainKey($"{pages.Count + 1} / {count}");
            pages.Add(shown.Message!.Content!);
        }

        pages.Count.ShouldBe(count);
        pages.ShouldAllBe(page => page.Length <= 2000);
        string.Join('\n', pages).ShouldBe(Long);
        (await rig.PressAsync(shown, "◀"))[0].Message!.Content.ShouldBe(pages[^2]);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Answer_TooLong_IsOneMessageThatPingsNoOne(bool slash)
    {
        await using var rig = Rig(_ => new Reply(Long));

        var sent = await SayAsync(rig, slash);

        sent.Name.ShouldBe(slash ? "respond" : "create");
        sent.Message!.AllowedMentions.ShouldSatisfyAllConditions(
            mentions => mentions.Parse.ShouldBeEmpty(), mentions => mentions.RepliedUser.ShouldBeFalse());
        sent.Buttons()["◀"].Disabled.ShouldBe(true);
        sent.Buttons()["▶"].Disabled.ShouldBeNull();
    }

    [Fact]
    public async Task Pages_OfSomebodyElse_StayWhereTheyAre()
    {
        await using var rig = Rig(_ => new Reply(Long));
        var sent = await SayAsync(rig, slash: false);

        (await rig.PressAsync(sent, "▶", TestGuild.Owner)).ShouldHaveSingleItem().Name.ShouldBe("respond");
    }

    [Fact]
    public async Task Pages_AfterARestart_AreLeafedThroughStill()
    {
        await using var old = Rig(_ => new Reply(Long));
        var sent = await SayAsync(old, slash: true);
        var second = (await old.PressAsync(sent, "▶"))[0].Message!.Content;

        await using var rig = new CommandRig(before: old);

        (await rig.PressAsync(sent, "▶")).ShouldHaveSingleItem().Message!.Content.ShouldBe(second);
    }

    [Fact]
    public async Task Pages_KeptNoLonger_SaySoAndLoseTheirButtons()
    {
        await using var rig = Rig(_ => new Reply(Long));
        var sent = await SayAsync(rig, slash: false);

        rig.Time.Advance(PageStore.Kept - TimeSpan.FromSeconds(1));
        (await rig.PressAsync(sent, "▶"))[0].Message!.Content.ShouldNotBeNullOrEmpty();
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        var calls = await rig.PressAsync(sent, "▶");

        calls.Select(call => call.Name).ShouldBe(["update", "follow-up"]);
        (calls[0].Message!.Content, calls[0].Message!.Components!.Count).ShouldBe((null, 0));
        calls[1].Message!.Content.ShouldNotBeNull().ShouldStartWith("I have not kept the other pages");
    }

    [Fact]
    public async Task Pages_ThatAreOver_AreDeletedWhenNewOnesCome()
    {
        await using var rig = Rig(_ => new Reply(Long));
        await SayAsync(rig, slash: false);
        rig.Time.Advance(PageStore.Kept);
        await SayAsync(rig, slash: false);

        await using var connection = await rig.Database.OpenAsync(TestContext.Current.CancellationToken);
        (await Dapper.SqlMapper.ExecuteScalarAsync<long>(connection, "SELECT COUNT(*) FROM reply_pages")).ShouldBe(1);
    }

    [Theory]
    [InlineData("x.1")]
    [InlineData("1.x")]
    [InlineData("1")]
    [InlineData("")]
    public async Task Pages_WithAPayloadOfAnotherVersion_SayThatTheyAreGone(string payload)
    {
        await using var rig = Rig(_ => new Reply(Long));

        (await rig.PressAsync(PageTurn.Definition.IdFor(TestGuild.Plain.Id, payload))).Select(call => call.Name).ShouldBe(["update", "follow-up"]);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Answer_OfTooManyPages_IsAFile(bool slash)
    {
        var text = Lines(3_000);
        await using var rig = Rig(_ => new Reply(text));
        Allow(rig, Permission.AttachFiles);

        var sent = await SayAsync(rig, slash);

        sent.Message!.Content.ShouldBe("This is too long to read here, so it is in the file.");
        var file = sent.Message.Files.ShouldHaveSingleItem();
        file.Name.ShouldBe("say.txt");
        Encoding.UTF8.GetString(file.Content.Span).ShouldBe(text);
        sent.Buttons().ShouldBeEmpty();
    }

    [Fact]
    public async Task Answer_OfTooManyPagesWhereFilesAreForbidden_IsPagesAfterAll()
    {
        await using var rig = Rig(_ => new Reply(Lines(3_000)));

        var sent = await SayAsync(rig, slash: false);

        sent.Message!.Files.ShouldBeEmpty();
        sent.Buttons().Keys.ShouldContain(label => label.StartsWith("1 / ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answer_TooLongWhileTheDatabaseTakesNothing_IsAFileOrItsBeginning(bool mayAttach)
    {
        await using var rig = Rig(_ => new Reply(Long));
        Allow(rig, mayAttach ? Permission.AttachFiles : Permission.None);
        rig.Trouble.WriteFailure = TroubledDatabase.Full;

        var sent = await SayAsync(rig, slash: false);

        sent.Message!.Files.Count.ShouldBe(mayAttach ? 1 : 0);
        sent.Message.Content!.Length.ShouldBeInRange(1, 2000);
        sent.Buttons().ShouldBeEmpty();
        rig.Log.Lines.Count(line => line.EventId == 10902).ShouldBe(1);
    }

    [Fact]
    public async Task Answer_WithManyEmbeds_IsPagesOfWhatDiscordTakes()
    {
        Embed[] embeds = [.. Enumerable.Range(0, 30).Select(i => new Embed { Title = $"Case {i}", Description = new string('d', 500) })];
        await using var rig = Rig(_ => new Reply("All cases") { Embeds = embeds });
        Allow(rig, Permission.EmbedLinks);

        var first = await SayAsync(rig, slash: false);
        var second = (await rig.PressAsync(first, "▶"))[0];

        first.Message!.Content.ShouldBe("All cases");
        first.Message.Embeds!.Count.ShouldBe(10);
        second.Message!.Embeds![0].ShouldBe(embeds[10]);
        second.Message.Content.ShouldBeEmpty();
    }

    [Fact]
    public async Task Answer_WithEmbedsWhereTheyAreForbidden_IsText()
    {
        await using var rig = Rig(_ => new Reply("Look:") { Embeds = [new Embed { Title = "T", Description = "D", Fields = [new("F", "V")], Footer = new("f") }] });

        var sent = await SayAsync(rig, slash: false);

        sent.Message!.Embeds.ShouldBeNull();
        sent.Message.Content.ShouldBe("Look:\n\n**T**\nD\n**F**: V\n-# f");
    }

    [Fact]
    public async Task Answer_WithAFileWhereItIsForbidden_SaysWhatIsMissing()
    {
        await using var rig = Rig(_ => new Reply("Here:") { Files = [new OutgoingFile("a.txt", "a"u8.ToArray())] });

        var sent = await SayAsync(rig, slash: false);

        sent.Message!.Files.ShouldBeEmpty();
        sent.Message.Content.ShouldNotBeNull().ShouldContain("Attach Files");
    }

    [Fact]
    public async Task Pages_UnderAnAnswersOwnButtons_KeepThemOnEveryPage()
    {
        var row = ActionRow.Of(
            new Button { Style = ButtonStyle.Primary, Label = "Own", CustomId = "own:3:" },
            new Button { Style = ButtonStyle.Link, Label = "Link", Url = new Uri("https://example.org/") });
        await using var rig = Rig(_ => new Reply(Long) { Components = [row] });

        var sent = await SayAsync(rig, slash: false);
        var next = (await rig.PressAsync(sent, "▶"))[0];

        sent.Buttons()["Own"].ShouldBe(row.Components[0]);
        next.Buttons()["Own"].ShouldBe(row.Components[0]);
        next.Buttons()["Link"].ShouldBe(row.Components[1]);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Help_OfManyCommands_IsLeafedThrough(bool slash)
    {
        await using var rig = new CommandRig(services =>
        {
            for (var i = 0; i < 60; i++)
                services.AddTestCommand(TestCommands.Definition($"command-number-{i}"), _ => "");
        });

        var sent = slash ? (await rig.SlashAsync("help"))[0] : (await rig.WriteAsync("+help"))[0];
        var last = (await rig.PressAsync(sent, "▶"))[0];

        last.Message!.Content.ShouldNotBeNull().ShouldContain("command-number-");
    }

    private static async Task<RestCall> SayAsync(CommandRig rig, bool slash) =>
        (slash ? await rig.SlashAsync("say") : await rig.WriteAsync("+say")).ShouldHaveSingleItem();

    private static void Allow(CommandRig rig, Permission more)
    {
        var everyone = TestGuild.State.Roles[TestGuild.Id];
        rig.Guilds.Set(TestGuild.State with { Roles = TestGuild.State.Roles.SetItem(TestGuild.Id, everyone with { Permissions = everyone.Permissions | more }) });
    }

    private static string Lines(int count) => string.Join('\n', Enumerable.Range(0, count).Select(i => $"line {i} <@3> @everyone"));

    private static CommandRig Rig(Func<Vexera.Core.Commands.Execution.CommandContext, Reply> answer) => new(services =>
        services.AddTestCommand(TestCommands.Definition("say"), (context, _) => ValueTask.FromResult(answer(context))));
}
