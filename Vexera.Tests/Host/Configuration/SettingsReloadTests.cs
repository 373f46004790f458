using Vexera.Sandbox.World.Demo;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host.Configuration;

/// <summary>Editing appsettings.json while the real bot runs.</summary>
public sealed class SettingsReloadTests
{
    [Fact]
    public async Task Bot_SettingsEdited_FollowsGoodOnesAndRefusesBadOnesAndLogsNoSecret()
    {
        await using var bot = await BotOnSandbox.CreateAsync(start: false);
        await EditAsync(bot, "{}");
        await bot.StartAsync();
        await bot.PingAsync(bot.Guild.Id);

        await EditAsync(bot, """{ "Prefix": "v!", "Disabled": [ "about" ] }""");
        await bot.Process.WaitForOutAsync("changed: ");
        bot.Say(bot.Guild.Id, "+ping");
        bot.Say(bot.Guild.Id, "v!about");
        bot.Say(bot.Guild.Id, "v!support");
        await bot.UntilAsync(() => bot.SaidIn(bot.Guild.Id).Count == 2);
        bot.SaidIn(bot.Guild.Id)[1].Content.ShouldContain("support");

        await EditAsync(bot, """{ "Prefix": "much too long" }""");
        await bot.Process.WaitForOutAsync("the old ones stay: Commands:Prefix");
        await EditAsync(bot, "{ not JSON");
        await bot.Process.WaitForOutAsync("this is not valid JSON");
        bot.Say(bot.Guild.Id, "v!support");
        await bot.UntilAsync(() => bot.SaidIn(bot.Guild.Id).Count == 3);
        await bot.StopAsync();

        var logs = await File.ReadAllTextAsync(bot.File("logs/vexera.log"), TestContext.Current.CancellationToken);
        (bot.Process.Out + bot.Process.Error + logs).ShouldNotContain(bot.World.Users.TokenOf(DemoWorld.BotId));
    }

    private static Task EditAsync(BotOnSandbox bot, string commands) => File.WriteAllTextAsync(
        bot.File("appsettings.json"),
        $$"""{ "NLog": { "variables": { "consoleLevel": "Trace", "fileLevel": "Trace" } }, "Commands": {{commands}} }""",
        TestContext.Current.CancellationToken);
}
