using Microsoft.Playwright;
using Vexera.Tests.Support;

namespace Vexera.Tests.Sandbox.Chat.Browser;

/// <summary>Buttons of the real bot, pressed by people in the chat page, over its restarts.</summary>
public sealed class ComponentPageTests(Chromium chromium) : ChatTest(chromium)
{
    private BotOnSandbox _bot = null!;

    [Fact]
    public async Task LongHelp_IsLeafedThrough_AlsoAfterTheBotWasRestarted()
    {
        var page = await OpenAsync();
        await ActAsAsync(page, "Olive");
        await SayAsync(page, "+help");
        var help = page.Locator("article.message", new() { Has = Leaf(page, "▶") });
        await Assertions.Expect(help).ToContainTextAsync("Basics");
        await Assertions.Expect(Leaf(help, "◀")).ToBeDisabledAsync();

        await Leaf(help, "▶").ClickAsync();
        await Assertions.Expect(Leaf(help, "◀")).ToBeEnabledAsync();
        await Assertions.Expect(help).Not.ToContainTextAsync("Basics");
        await Assertions.Expect(help.GetByRole(AriaRole.Button, new() { NameString = "2 / " })).ToBeDisabledAsync();
        await ShootAsync(page, "pages");
        await _bot.StopAsync();
        await _bot.StartAsync();
        await Leaf(help, "◀").ClickAsync();
        await Assertions.Expect(help).ToContainTextAsync("Basics");

        await ActAsAsync(page, "Pip");
        await Leaf(help, "▶").ClickAsync();
        await Assertions.Expect(Message(page, "who used the command")).ToContainTextAsync("Only you");
        await Assertions.Expect(help).ToContainTextAsync("Basics");
    }

    private protected override async Task<Uri> StartAsync()
    {
        _bot = await BotOnSandbox.CreateAsync(Options);
        return _bot.Server.Address;
    }

    private protected override async ValueTask StopAsync()
    {
        if (_bot is not null)
            await _bot.DisposeAsync();
    }

    private static ILocator Leaf(IPage page, string label) => page.GetByRole(AriaRole.Button, new() { NameString = label, Exact = true });

    private static ILocator Leaf(ILocator message, string label) => message.GetByRole(AriaRole.Button, new() { NameString = label, Exact = true });
}
