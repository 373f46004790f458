using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Model;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.Suggestions;

/// <summary>The built bot is asked for suggestions over the wire, as Discord's clients ask.</summary>
public sealed class SuggestionsOnSandboxTests
{
    private const int Autocomplete = 4;

    [Fact]
    public async Task Help_TypedInTheSlashMenu_OffersCommandsOverTheWire()
    {
        await using var bot = await BotOnSandbox.CreateAsync();
        var offered = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = bot.World.Subscribe(one =>
        {
            if (one.Name == "APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE" && one.Subject is Interaction { ResponseData: { } data })
                offered.TrySetResult(data);
        });

        (await TypeAsync(bot, await HelpAsync(bot), "pin")).ShouldBe(HttpStatusCode.NoContent);

        var choices = (await offered.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken)).GetProperty("choices");
        choices[0].GetProperty("value").GetString().ShouldBe("ping");
        choices[0].GetProperty("name").GetString().ShouldBe("ping – Says how quickly Discord answers me.");
    }

    private static async Task<ulong> HelpAsync(BotOnSandbox bot)
    {
        ApplicationCommand? help = null;
        await Eventually.UntilAsync(() => (help = bot.World.Commands.Of(DemoWorld.BotId, null).FirstOrDefault(command => command.Name == "help")) is not null);
        return help!.Id;
    }

    private static async Task<HttpStatusCode> TypeAsync(BotOnSandbox bot, ulong command, string typed)
    {
        using var http = new HttpClient { BaseAddress = bot.Server.Address };
        http.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(bot.World.Users.TokenOf(BotOnSandbox.Owner));
        using var answer = await http.PostAsJsonAsync(
            "api/v10/interactions",
            new
            {
                type = Autocomplete,
                application_id = $"{DemoWorld.BotId}",
                guild_id = $"{bot.Guild.Id}",
                channel_id = $"{bot.GeneralOf(bot.Guild.Id)}",
                session_id = "s",
                data = new { id = $"{command}", options = new[] { new { type = 3, name = "command", value = typed, focused = true } } },
            },
            TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
