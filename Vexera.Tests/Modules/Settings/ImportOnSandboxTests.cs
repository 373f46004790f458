using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Model;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Settings;

/// <summary>The built bot takes a file that a person uploads, asks, and applies it when they press the button.</summary>
public sealed class ImportOnSandboxTests
{
    private const int Button = 2;
    private const int ComponentUse = 3;

    [Fact]
    public async Task Import_FileInAMessageAndTheButtonPressed_SetsWhatItSays()
    {
        await using var bot = await BotOnSandbox.CreateAsync();
        var guild = bot.Guild.Id;
        var file = $$$"""
            {"version":1,"settings":{"prefix":"!"},"disabledCommands":["basics.about"],
             "permissions":[{"for":"user:{{{DemoWorld.People[1].Id}}}","node":"basics.ping","effect":"deny"}],
             "moderation":{"escalation":[{"warnings":3,"within":"30d","action":"mute","lasts":"1d"}]}}
            """;

        Upload(bot, guild, "+settings import", file);
        await bot.UntilAsync(() => bot.SaidIn(guild).Any(IsQuestion));
        var question = bot.SaidIn(guild).Single(IsQuestion);
        question.Content.ShouldContain("Prefix: `+` → `!`");
        (await PressAsync(bot, guild, question, "Yes")).ShouldBe(HttpStatusCode.NoContent);
        await bot.UntilAsync(() => bot.SaidIn(guild).Any(message => message.Content.StartsWith("Done. This has changed:", StringComparison.Ordinal)));

        bot.Say(guild, "!settings show");
        await bot.UntilAsync(() => bot.SaidIn(guild).Any(IsPage));
        bot.SaidIn(guild).Single(IsPage).Content.ShouldSatisfyAllConditions(
            shown => shown.ShouldContain("Switched off: `basics.about`"),
            shown => shown.ShouldContain("Permission rules: 1"),
            shown => shown.ShouldContain("3 warnings within 30d: mute for 1d"));
    }

    private static bool IsPage(Message message) => message.Content.Contains("Mod log: off", StringComparison.Ordinal);

    private static bool IsQuestion(Message message) => message.Content.StartsWith("This would change:", StringComparison.Ordinal);

    private static void Upload(BotOnSandbox bot, ulong guild, string text, string content)
    {
        const ulong id = 77;
        var (channel, bytes) = (bot.GeneralOf(guild), Encoding.UTF8.GetBytes(content));
        var url = new Uri(bot.Server.Address, $"/attachments/{channel}/{id}/settings.json");
        bot.World.Messages.Create(channel, bot.World.Users.Get(BotOnSandbox.Owner), new MessageDraft
        {
            Content = text,
            Attachments = [new Attachment(id, "settings.json", "application/json", bytes, url.AbsoluteUri)],
        });
    }

    private static async Task<HttpStatusCode> PressAsync(BotOnSandbox bot, ulong guild, Message message, string label)
    {
        var button = message.Components.SelectMany(row => row.GetProperty("components").EnumerateArray())
            .Single(one => one.GetProperty("label").GetString() == label);
        using var http = new HttpClient { BaseAddress = bot.Server.Address };
        http.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(bot.World.Users.TokenOf(BotOnSandbox.Owner));
        using var answer = await http.PostAsJsonAsync(
            "api/v10/interactions",
            new
            {
                type = ComponentUse,
                application_id = $"{DemoWorld.BotId}",
                guild_id = $"{guild}",
                channel_id = $"{message.ChannelId}",
                message_id = $"{message.Id}",
                session_id = "s",
                data = new { component_type = Button, custom_id = button.GetProperty("custom_id").GetString() },
            },
            TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
