using Microsoft.Playwright;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Model;

namespace Vexera.Tests.Sandbox.Chat.Browser;

/// <summary>People among themselves.</summary>
public sealed class ChatPageTests(Chromium chromium) : ChatTest(chromium)
{
    [Fact]
    public async Task Open_Newcomer_SeesGuildsChannelsAndMembers()
    {
        var page = await OpenAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { NameString = "Harbour" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameString = "playground" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Complementary, new() { NameString = "Members" })).ToContainTextAsync("Vexera");
        await Assertions.Expect(page.GetByText("This is the beginning of general.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Send_Text_AppearsLiveForAnotherPerson()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());
        await ActAsAsync(other, "Pip");

        await SayAsync(one, "Hello <b>everyone</b> 👋 **welcome**");

        foreach (var page in (IPage[])[one, other])
        {
            await Assertions.Expect(Message(page, "Hello <b>everyone</b> 👋")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator(".said strong")).ToHaveTextAsync("welcome");
        }
        await Assertions.Expect(Box(one)).ToHaveValueAsync("");
    }

    [Theory]
    [InlineData("Olive", true)]
    [InlineData("Mason", true)]
    [InlineData("Pip", false)]
    public async Task ActAs_Member_SpeaksAndSeesAsThatMember(string name, bool seesModerators)
    {
        var page = await OpenAsync();

        await ActAsAsync(page, name);
        await SayAsync(page, $"I am {name}");

        await Assertions.Expect(Message(page, $"I am {name}").Locator(".name")).ToHaveTextAsync(name);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameString = "moderators" })).ToHaveCountAsync(seesModerators ? 1 : 0);
    }

    [Fact]
    public async Task Send_TooLong_ShowsWhyAndKeepsTheText()
    {
        var page = await OpenAsync();
        var text = new string('x', 2001);

        await Box(page).FillAsync(text);
        await Box(page).PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("2000");
        await Assertions.Expect(Box(page)).ToHaveValueAsync(text);
    }

    [Fact]
    public async Task Send_ShiftEnter_BreaksTheLine()
    {
        var page = await OpenAsync();

        await Box(page).PressSequentiallyAsync("one");
        await Box(page).PressAsync("Shift+Enter");
        await Box(page).PressSequentiallyAsync("two");
        await Box(page).PressAsync("Enter");

        (await Message(page, "one").Locator(".said").TextContentAsync())!.ShouldBe("one\ntwo");
    }

    [Fact]
    public async Task EditReplyReactDelete_OwnMessage_ShowLiveForAnother()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());
        await SayAsync(one, "frist");
        await Assertions.Expect(Message(one, "frist")).ToBeVisibleAsync();
        await Box(one).PressAsync("ArrowUp");
        await Assertions.Expect(Box(one)).ToHaveValueAsync("frist");
        await Box(one).FillAsync("first");
        await Box(one).PressAsync("Enter");
        await Assertions.Expect(Message(other, "first")).ToContainTextAsync("(edited)");

        await Message(other, "first").HoverAsync();
        await Message(other, "first").GetByRole(AriaRole.Button, new() { NameString = "React with 👍" }).ClickAsync();
        await Assertions.Expect(one.GetByRole(AriaRole.Button, new() { NameString = "👍, 1" })).ToBeVisibleAsync();
        await Message(other, "first").GetByRole(AriaRole.Button, new() { NameString = "Reply" }).ClickAsync();
        await SayAsync(other, "second");
        await Assertions.Expect(Message(one, "second").Locator(".reply")).ToContainTextAsync("first");

        await Message(one, "(edited)").HoverAsync();
        await Message(one, "(edited)").GetByRole(AriaRole.Button, new() { NameString = "Delete" }).ClickAsync();
        await Assertions.Expect(Message(other, "(edited)")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task History_Long_LoadsOlderOnAsking()
    {
        var general = Server.World.Guilds.Get(DemoWorld.GuildIds(Server.World).First()).Channels.Values.Single(c => c.Name == "general");
        for (var i = 0; i < 120; i++) Server.World.Messages.Create(general.Id, Server.World.Users.Get(DemoWorld.People[i % 3].Id), new MessageDraft { Content = $"message number {i}." });
        var page = await OpenAsync();
        await Assertions.Expect(Message(page, "message number 119.")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator("article.message")).ToHaveCountAsync(50);

        await page.GetByRole(AriaRole.Button, new() { NameString = "Load older messages" }).ClickAsync();

        await Assertions.Expect(page.Locator("article.message")).ToHaveCountAsync(100);
        await Assertions.Expect(Message(page, "message number 70.")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Burst_HundredsOfMessages_KeepsThePageAlive()
    {
        var page = await OpenAsync();
        var general = Server.World.Guilds.Get(DemoWorld.GuildIds(Server.World).First()).Channels.Values.Single(c => c.Name == "general");

        for (var i = 0; i < 500; i++) Server.World.Messages.Create(general.Id, Server.World.Users.Get(DemoWorld.People[i % 3].Id), new MessageDraft { Content = $"burst {i}." });

        await Assertions.Expect(Message(page, "burst 499.")).ToBeInViewportAsync();
        await SayAsync(page, "still here");
        await Assertions.Expect(Message(page, "still here")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task NewGuild_WithTheBot_OpensAndHasIt()
    {
        var page = await OpenAsync();

        await page.GetByRole(AriaRole.Button, new() { NameString = "New server" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("Meadow");
        await page.GetByLabel("Name").PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { NameString = "Meadow" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Complementary, new() { NameString = "Members" })).ToContainTextAsync("Vexera");
    }
}
