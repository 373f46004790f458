using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Model;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Alerts;

/// <summary>The built bot on a sandbox: an alert, from the sample to the people.</summary>
public sealed class AlertsOnSandboxTests
{
    private const string Broken = "\"DiskFree\": { \"Threshold\": 1000000000, \"Clear\": 1000000000, \"For\": \"00:00:00\" }";
    private const string Off = "\"DiskFree\": { \"Enabled\": false }";

    [Fact]
    public async Task Alert_FiresAndIsOver_IsToldInTheChannelAndByTheWebhookAndResolvedThere()
    {
        await using var bot = await BotOnSandbox.CreateAsync(start: false);
        var (channel, webhook) = Places(bot);
        await WriteSettingsAsync(bot, channel, webhook, Broken);
        await bot.StartAsync();

        await bot.UntilAsync(() => Told(bot, webhook).Count == 2);
        Told(bot, webhook).ShouldAllBe(message => message.Content.StartsWith("🟠 **Disk**: ", StringComparison.Ordinal));
        bot.Say(bot.Guild.Id, "+health");
        await bot.UntilAsync(() => bot.SaidIn(bot.Guild.Id).Any(message => message.Content.Contains("⚠ **Disk**")));
        await using (var status = bot.Start("status"))
        {
            (await status.WaitForExitAsync()).ShouldBe(0);
            status.Out.ShouldContain("DiskFree (Warning) since ");
        }

        await WriteSettingsAsync(bot, channel, webhook, Off);
        await bot.UntilAsync(() => Told(bot, webhook).All(message => message.Content.StartsWith("✅ **Disk** is well again", StringComparison.Ordinal)));

        Told(bot, webhook).Count.ShouldBe(2);
        await bot.StopAsync();
        var logs = await File.ReadAllTextAsync(bot.File("logs/vexera.log"), TestContext.Current.CancellationToken);
        (bot.Process.Out + bot.Process.Error + logs).ShouldNotContain(webhook.Token!);
    }

    [Fact]
    public async Task Alert_ChannelAndWebhookAreGone_IsFeltByNobody()
    {
        await using var bot = await BotOnSandbox.CreateAsync(start: false);
        var (channel, webhook) = Places(bot);
        await WriteSettingsAsync(bot, channel, webhook, Broken);
        bot.World.Channels.Delete(channel, new Actor(BotOnSandbox.Owner));
        await bot.StartAsync();

        await bot.Process.WaitForOutAsync($"Alerts cannot be told in channel {channel}");
        await bot.Process.WaitForOutAsync($"Alerts cannot be told in webhook {webhook.Id}");

        await bot.PingAsync(bot.Guild.Id);
        await bot.StopAsync();
    }

    private static (ulong Channel, Webhook Webhook) Places(BotOnSandbox bot)
    {
        var channel = bot.World.Channels.Create(bot.Guild.Id, ChannelType.Text, "alerts", new Actor(BotOnSandbox.Owner)).Id;
        return (channel, bot.World.Webhooks.Create(channel, "alerts", new Actor(BotOnSandbox.Owner)));
    }

    private static List<Message> Told(BotOnSandbox bot, Webhook webhook) =>
        [.. bot.World.Messages.List(webhook.ChannelId, BotOnSandbox.Owner).Where(message => message.Author.Id == webhook.Id || message.Author.Id == DemoWorld.BotId)];

    private static Task WriteSettingsAsync(BotOnSandbox bot, ulong channel, Webhook webhook, string rule) => File.WriteAllTextAsync(
        bot.File("appsettings.json"),
        $$"""
        {
          "Dashboard": { "Enabled": false },
          "Alerts": {
            "ChannelId": "{{channel}}",
            "WebhookUrl": "{{new Uri(bot.Server.Address, $"/api/webhooks/{webhook.Id}/{webhook.Token}")}}",
            "Rules": { {{rule}} }
          }
        }
        """,
        TestContext.Current.CancellationToken);
}
