using Microsoft.Playwright;

namespace Vexera.Tests.Sandbox.Chat.Browser;

public sealed class ChatPageTests(Chromium chromium) : ChatTest(chromium)
{
    [Fact]
    public async Task Open_Newcomer_SeesGuildsChannelsAndMembers()
    {
        var page = await OpenAsync();

        await ShootAsync(page, "first");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { NameString = "Harbour" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameString = "playground" })).ToBeVisibleAsync();
    }
}
