using Microsoft.Playwright;
using Vexera.Sandbox;

namespace Vexera.Tests.Sandbox.Chat.Browser;

/// <summary>A bot that hears and says nothing.</summary>
public sealed class SilentBotTests(Chromium chromium) : ChatTest(chromium)
{
    private protected override SandboxOptions Options { get; } =
        new() { Urls = "http://127.0.0.1:0", Rest = new SandboxRestOptions { FirstAnswer = TimeSpan.FromMilliseconds(100) } };

    [Fact]
    public async Task Slash_NoAnswer_SaysSoWhenTheTimeIsUp()
    {
        await using var bot = await ScriptedBot.StartAsync(Server, (_, _, _) => Task.CompletedTask, """[{"name":"dead","description":"Never answers"}]""");
        var page = await OpenAsync();

        await UseAsync(page, "dead");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("/dead The application did not respond");
    }
}
