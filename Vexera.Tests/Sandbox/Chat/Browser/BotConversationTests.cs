using System.Text.Json;
using Microsoft.Playwright;
using Vexera.Sandbox.World.Demo;

namespace Vexera.Tests.Sandbox.Chat.Browser;

/// <summary>A person and a bot.</summary>
public sealed class BotConversationTests(Chromium chromium) : ChatTest(chromium)
{
    private const string Commands = """
        [
          {"name":"ping","description":"How fast the bot answers"},
          {"name":"whisper","description":"Answers for your eyes only"},
          {"name":"slow","description":"Thinks before it answers"},
          {"name":"panel","description":"Shows buttons and a menu"},
          {"name":"ask","description":"Opens a form"},
          {"name":"roll","description":"Rolls dice","options":[
            {"type":4,"name":"sides","description":"How many sides a die has","required":true},
            {"type":3,"name":"colour","description":"Which colour","autocomplete":true},
            {"type":3,"name":"mood","description":"Lucky or not","choices":[{"name":"Lucky","value":"lucky"},{"name":"Cursed","value":"cursed"}]},
            {"type":6,"name":"for","description":"Whose luck it is"}]}
        ]
        """;

    [Fact]
    public async Task Slash_Typed_OffersCommandsAndTheBotAnswers()
    {
        await using var bot = await StartBotAsync();
        var page = await OpenAsync();

        await Box(page).PressSequentiallyAsync("/pi");
        await Assertions.Expect(Offers(page)).ToHaveCountAsync(1);
        await Assertions.Expect(Offers(page)).ToContainTextAsync("How fast the bot answers");
        await Box(page).PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");

        var answer = Message(page, "Pong");
        await Assertions.Expect(answer).ToContainTextAsync("Olive used /ping");
        await Assertions.Expect(answer.Locator(".badge")).ToHaveTextAsync("BOT");
        await Assertions.Expect(Box(page)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Slash_ArrowsAndOptions_WorkByKeyboardAlone()
    {
        await using var bot = await StartBotAsync();
        var page = await OpenAsync();

        await Box(page).PressSequentiallyAsync("/");
        await Assertions.Expect(Offers(page)).ToHaveCountAsync(6);
        for (var i = 0; i < 3; i++) await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(Offers(page, "[aria-selected=true]")).ToContainTextAsync("/roll");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByLabel("sides")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("“sides” is needed.")).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync("six");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("“sides” takes a whole number.")).ToBeVisibleAsync();
        await page.GetByLabel("sides").FillAsync("6");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("gr");
        await Assertions.Expect(page.Locator("datalist option")).ToHaveCountAsync(2);
        await page.Keyboard.TypeAsync("een");
        await page.GetByLabel("mood").SelectOptionAsync("Lucky");
        await page.GetByLabel("for").SelectOptionAsync("Pip");
        await ShootAsync(page, "slash-form");
        await page.GetByLabel("sides").PressAsync("Enter");

        await Assertions.Expect(Message(page, "rolled")).ToContainTextAsync("rolled sides=6 colour=green mood=lucky for=");
    }

    [Fact]
    public async Task Slash_GoneOnBeforeTheRefusalIsThere_KeepsTheFocus()
    {
        await using var bot = await StartBotAsync();
        var page = await OpenAsync();
        await Box(page).PressSequentiallyAsync("/roll");
        await Assertions.Expect(Offers(page)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByLabel("sides")).ToBeFocusedAsync();
        await page.EvaluateAsync("document.addEventListener('submit', () => setTimeout(() => document.querySelector('[list]').focus()), { once: true })");

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("“sides” is needed.")).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync("gr");
        await Assertions.Expect(page.Locator("datalist option")).ToHaveCountAsync(2);

        await Assertions.Expect(page.GetByLabel("colour")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Slash_EphemeralAnswer_IsForTheCallerAlone()
    {
        await using var bot = await StartBotAsync();
        var (one, other) = (await OpenAsync(), await OpenAsync());
        await ActAsAsync(other, "Pip");

        await UseAsync(one, "whisper");

        await Assertions.Expect(Message(one, "psst")).ToContainTextAsync("Only you can see this");
        await SayAsync(one, "after");
        await Assertions.Expect(Message(other, "after")).ToBeVisibleAsync();
        await Assertions.Expect(Message(other, "psst")).ToHaveCountAsync(0);
        await Message(one, "psst").GetByRole(AriaRole.Button, new() { NameString = "Dismiss" }).ClickAsync();
        await Assertions.Expect(Message(one, "psst")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Slash_DeferredAnswer_ThinksThenSaysIt()
    {
        await using var bot = await StartBotAsync();
        var page = await OpenAsync();

        await UseAsync(page, "slow");
        await Assertions.Expect(page.GetByText("Vexera is thinking")).ToBeVisibleAsync();
        await SayAsync(page, "+go");

        await Assertions.Expect(Message(page, "thought about it")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("is thinking")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Components_ButtonMenuAndForm_ReachTheBot()
    {
        await using var bot = await StartBotAsync();
        var page = await OpenAsync();

        await UseAsync(page, "panel");
        await page.GetByRole(AriaRole.Button, new() { NameString = "Next page" }).ClickAsync();
        await Assertions.Expect(Message(page, "page two")).ToBeVisibleAsync();
        await page.GetByLabel("Pick a fruit").SelectOptionAsync("Pear");
        await Assertions.Expect(Message(page, "chose pear")).ToBeVisibleAsync();
        await UseAsync(page, "ask");
        await page.GetByLabel("Your name").FillAsync("Ada");
        await page.GetByRole(AriaRole.Button, new() { NameString = "Submit" }).ClickAsync();

        await Assertions.Expect(Message(page, "hello Ada")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("desktop-dark", 1440, 900, ColorScheme.Dark)]
    [InlineData("desktop-light", 1440, 900, ColorScheme.Light)]
    [InlineData("phone-dark", 390, 844, ColorScheme.Dark)]
    [InlineData("phone-light", 390, 844, ColorScheme.Light)]
    public async Task Look_EverySize_FitsWithoutSidewaysScrolling(string name, int width, int height, ColorScheme scheme)
    {
        await using var bot = await StartBotAsync();
        var page = await OpenAsync(width, height, scheme);
        await SayAsync(page, $"Good morning <@{DemoWorld.People[2].Id}> 👋 have a look at **markdown**, `code`, ~~old~~ news and ||a secret||\n> quoted words\n- one\n- two");
        await SayAsync(page, "```cs\nConsole.WriteLine(\"مرحبا\");\n```");
        await SayAsync(page, "مرحبا بالعالم، كيف الحال؟");
        await SayAsync(page, "+show");
        await Assertions.Expect(Message(page, "A server at a glance")).ToBeVisibleAsync();
        await UseAsync(page, "whisper");
        await UseAsync(page, "panel");
        await Assertions.Expect(Message(page, "page one")).ToBeInViewportAsync();
        await ShootAsync(page, name);
        await Box(page).PressSequentiallyAsync("/");
        await Assertions.Expect(Offers(page)).ToHaveCountAsync(6);
        await ShootAsync(page, name + "-slash");
        await Box(page).PressAsync("Escape");
        if (width < 600)
        {
            await page.GetByRole(AriaRole.Button, new() { NameString = "Show servers and channels" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameString = "playground" })).ToBeInViewportAsync();
            await ShootAsync(page, name + "-drawer");
        }

        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue();
    }

    private static ILocator Offers(IPage page, string which = "") => page.Locator("#commands [role=option]" + which);

    private Task<ScriptedBot> StartBotAsync() => ScriptedBot.StartAsync(Server, HearAsync, Commands);

    private JsonElement? _slow;

    private async Task HearAsync(ScriptedBot bot, string name, JsonElement d)
    {
        if (name == "MESSAGE_CREATE" && d.GetProperty("content").GetString() is "+go") await bot.EditAnswerAsync(_slow!.Value, """{"content":"I thought about it"}""");
        if (name == "MESSAGE_CREATE" && d.GetProperty("content").GetString() is "+show") await bot.SendAsync(HttpMethod.Post, $"channels/{d.GetProperty("channel_id")}/messages", Embed);
        if (name != "INTERACTION_CREATE") return;
        var data = d.GetProperty("data");
        var callback = d.GetProperty("type").GetInt32() switch
        {
            4 => """{"type":8,"data":{"choices":[{"name":"green","value":"green"},{"name":"grey","value":"grey"}]}}""",
            5 => Say("hello " + data.GetProperty("components")[0].GetProperty("components")[0].GetProperty("value")),
            3 when data.TryGetProperty("values", out var values) => Say("chose " + values[0]),
            3 => Panel("page two", 7),
            _ => data.GetProperty("name").GetString() switch
            {
                "ping" => Say("Pong, 12 ms"),
                "whisper" => """{"type":4,"data":{"content":"psst, **only** you","flags":64}}""",
                "slow" => """{"type":5}""",
                "panel" => Panel("page one", 4),
                "ask" => """{"type":9,"data":{"custom_id":"form","title":"Who are you?","components":[{"type":1,"components":[{"type":4,"custom_id":"name","label":"Your name","style":1}]}]}}""",
                "roll" => Say("rolled " + string.Join(' ', data.GetProperty("options").EnumerateArray().Select(o => $"{o.GetProperty("name")}={o.GetProperty("value")}"))),
                _ => null,
            },
        };
        if (data.TryGetProperty("name", out var command) && command.GetString() == "slow") _slow = d;
        if (callback is not null) await bot.AnswerAsync(d, callback);
    }

    private static string Say(string text) => JsonSerializer.Serialize(new { type = 4, data = new { content = text } });

    private static string Panel(string text, int type) => $$$"""
        {"type":{{{type}}},"data":{"content":"{{{text}}}","components":[
          {"type":1,"components":[{"type":2,"style":1,"label":"Next page","custom_id":"next"},{"type":2,"style":2,"label":"Off","custom_id":"off","disabled":true},
            {"type":2,"style":4,"label":"Stop","custom_id":"stop"},{"type":2,"style":5,"label":"Docs","url":"https://example.org"}]},
          {"type":1,"components":[{"type":3,"custom_id":"fruit","placeholder":"Pick a fruit","options":[{"label":"Apple","value":"apple"},{"label":"Pear","value":"pear"}]}]}]}}
        """;

    private const string Embed = """
        {"embeds":[{"title":"A server at a glance","description":"Everything **you** need, <t:1700000000:R>.","color":5227425,"author":{"name":"Vexera"},
          "fields":[{"name":"Members","value":"4","inline":true},{"name":"Channels","value":"6","inline":true},{"name":"Shard","value":"`0`","inline":true},{"name":"Notes","value":"A longer field that takes the whole line."}],
          "footer":{"text":"Asked by Olive"},"timestamp":"2026-01-02T12:00:00Z"}]}
        """;
}
