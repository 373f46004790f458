using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Vexera.Tests.Support;

namespace Vexera.Tests.Sandbox.Chat.Browser;

/// <summary>What a newcomer does first: <c>vexera sandbox</c>, and then talk to the bot.</summary>
public sealed partial class RealBotTests(Chromium chromium) : ChatTest(chromium)
{
    private readonly TemporaryFolder _home = new();
    private VexeraProcess? _vexera;

    [Fact]
    public async Task Newcomer_TypesAndPicksCommands_ReadsTheAnswers()
    {
        var page = await OpenAsync();
        await ActAsAsync(page, "Pip");

        await SayAsync(page, "+ping");
        await Assertions.Expect(Message(page, "Pong!").First).ToBeVisibleAsync();
        var preview = page.Locator(".reply a").First;
        await Assertions.Expect(preview).ToHaveTextAsync("Pip +ping");
        (await preview.EvaluateAsync<bool>("a => a.scrollWidth <= a.clientWidth")).ShouldBeTrue("what is answered is cut off");
        await SayAsync(page, "+help");
        await Assertions.Expect(Message(page, "Basics").First).ToContainTextAsync("ping");
        await Box(page).PressSequentiallyAsync("/ping");
        await Assertions.Expect(page.Locator("#commands [role=option]").First).ToContainTextAsync("/ping");
        await Box(page).PressAsync("Enter");
        await page.GetByRole(AriaRole.Form).GetByRole(AriaRole.Button, new() { NameString = "Send" }).ClickAsync();

        await Assertions.Expect(Message(page, "Pip used /ping")).ToContainTextAsync("Pong!");
        await ShootAsync(page, "real-bot");
    }

    [Fact]
    public async Task NewGuild_WithTheBot_SaysThanksOnce()
    {
        var page = await OpenAsync();

        await page.GetByRole(AriaRole.Button, new() { NameString = "New server" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("Meadow");
        await page.GetByRole(AriaRole.Button, new() { NameString = "Create" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { NameString = "Meadow" })).ToBeVisibleAsync();
        await Assertions.Expect(Message(page, "Thanks for adding me")).ToHaveCountAsync(1);
        await SayAsync(page, "+ping");
        await Assertions.Expect(Message(page, "Pong!")).ToBeVisibleAsync();
        await Assertions.Expect(Message(page, "Thanks for adding me")).ToHaveCountAsync(1);
        await ShootAsync(page, "thanks");
    }

    [Fact]
    public async Task NewGuild_TypedAndConfirmedInOneMoment_HasItsName()
    {
        var page = await OpenAsync();
        await page.GetByRole(AriaRole.Button, new() { NameString = "New server" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Name")).ToBeFocusedAsync();

        await page.GetByLabel("Name").EvaluateAsync(
            "field => { field.value = 'Meadow'; field.dispatchEvent(new Event('input', { bubbles: true })); field.form.requestSubmit(); }");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { NameString = "Meadow" })).ToBeVisibleAsync();
    }

    private protected override async Task<Uri> StartAsync()
    {
        _vexera = VexeraProcess.Start(_home.Path, ["sandbox", "--urls", "http://127.0.0.1:0"]);
        await _vexera.WaitForOutAsync("Ctrl-C");
        return new Uri(Address().Match(_vexera.Out).Value);
    }

    private protected override async ValueTask StopAsync()
    {
        if (_vexera is not null) await _vexera.DisposeAsync();
        _home.Dispose();
    }

    [GeneratedRegex("http://127\\.0\\.0\\.1:\\d+/")]
    private static partial Regex Address();
}
