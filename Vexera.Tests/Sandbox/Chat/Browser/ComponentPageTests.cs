using System.Net.Http.Headers;
using Microsoft.Playwright;
using Vexera.Tests.Support;

namespace Vexera.Tests.Sandbox.Chat.Browser;

/// <summary>Buttons of the real bot, pressed by people in the chat page, over its restarts.</summary>
public sealed class ComponentPageTests(Chromium chromium) : ChatTest(chromium)
{
    private BotOnSandbox _bot = null!;

    [Fact]
    public async Task LongAnswer_IsLeafedThrough_AlsoAfterTheBotWasRestarted()
    {
        var page = await OpenAsync();
        await ActAsAsync(page, "Olive");
        var unknown = string.Join(',', Enumerable.Range(1, 80).Select(i => $"\"basics.unknown{i}\""));
        await SendFileAsync("+settings import", $$"""{"version":1,"disabledCommands":[{{unknown}}]}""");
        var answer = page.Locator("article.message", new() { Has = Leaf(page, "▶") });
        await Assertions.Expect(answer).ToContainTextAsync("Nothing was changed.");
        await Assertions.Expect(Leaf(answer, "◀")).ToBeDisabledAsync();

        await Leaf(answer, "▶").ClickAsync();
        await Assertions.Expect(Leaf(answer, "◀")).ToBeEnabledAsync();
        await Assertions.Expect(answer).Not.ToContainTextAsync("Nothing was changed.");
        await Assertions.Expect(answer.GetByRole(AriaRole.Button, new() { NameString = "2 / " })).ToBeDisabledAsync();
        await ShootAsync(page, "pages");
        await _bot.StopAsync();
        await _bot.StartAsync();
        await Leaf(answer, "◀").ClickAsync();
        await Assertions.Expect(answer).ToContainTextAsync("Nothing was changed.");

        await ActAsAsync(page, "Pip");
        await Leaf(answer, "▶").ClickAsync();
        await Assertions.Expect(Message(page, "who used the command")).ToContainTextAsync("Only you");
        await Assertions.Expect(answer).ToContainTextAsync("Nothing was changed.");
    }

    [Fact]
    public async Task Import_ConfirmedAfterTheBotWasRestarted_IsDoneOnceAndTheButtonsAreGone()
    {
        var page = await OpenAsync();
        await ActAsAsync(page, "Olive");
        await SendFileAsync("+settings import", """{"version":1,"settings":{"prefix":"?"}}""");
        var question = page.Locator("article.message", new() { Has = Leaf(page, "Yes") });
        await Assertions.Expect(question).ToContainTextAsync("The question expires");
        await ShootAsync(page, "confirmation");

        await _bot.StopAsync();
        await _bot.StartAsync();
        await ActAsAsync(page, "Mason");
        await Leaf(question, "Yes").ClickAsync();
        await Assertions.Expect(Message(page, "who used the command")).ToContainTextAsync("Only you");
        await ActAsAsync(page, "Olive");
        await Leaf(question, "Yes").ClickAsync();

        await Assertions.Expect(Message(page, "Done. This has changed:")).ToContainTextAsync("Prefix");
        await Assertions.Expect(Leaf(page, "Yes")).ToHaveCountAsync(0);
        await SayAsync(page, "?ping");
        await Assertions.Expect(Message(page, "Pong!")).ToBeVisibleAsync();
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

    // The page has no way to choose a file; people's clients send one like this.
    private async Task SendFileAsync(string text, string file)
    {
        var channel = _bot.GeneralOf(_bot.Guild.Id);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_bot.Server.Address, $"/api/v10/channels/{channel}/messages"));
        request.Headers.Authorization = new AuthenticationHeaderValue(_bot.World.Users.TokenOf(BotOnSandbox.Owner));
        request.Content = new MultipartFormDataContent
        {
            { new StringContent($$"""{"content":"{{text}}"}""", new MediaTypeHeaderValue("application/json")), "payload_json" },
            { new StringContent(file), "files[0]", "settings.json" },
        };
        (await http.SendAsync(request, Cancel)).EnsureSuccessStatusCode();
    }

    private static ILocator Leaf(IPage page, string label) => page.GetByRole(AriaRole.Button, new() { NameString = label, Exact = true });

    private static ILocator Leaf(ILocator message, string label) => message.GetByRole(AriaRole.Button, new() { NameString = label, Exact = true });
}
