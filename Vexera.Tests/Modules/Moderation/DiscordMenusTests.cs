using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Sandbox.Stats;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Model;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Moderation;

/// <summary>
/// The built bot on a sandbox, where a moderator acts through Discord's own routes. Each test ends with none of Discord's rules
/// broken.
/// </summary>
public sealed class DiscordMenusTests : IAsyncLifetime
{
    private static readonly ulong Mason = DemoWorld.People[1].Id;
    private static readonly ulong Pip = DemoWorld.People[2].Id;

    private BotOnSandbox _bot = null!;
    private HttpClient _mason = null!;
    private ulong _log;

    private Guild Guild => _bot.Guild;

    public async ValueTask InitializeAsync()
    {
        _bot = await BotOnSandbox.CreateAsync();
        _mason = new HttpClient(new OpenApiExchangeHandler(new SocketsHttpHandler(), checkRequests: true)) { BaseAddress = _bot.Server.Address };
        _mason.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(_bot.World.Users.TokenOf(Mason));
        _log = _bot.World.Channels.Create(Guild.Id, ChannelType.Text, "mod-log", new Actor(BotOnSandbox.Owner)).Id;
        await _bot.PingAsync(Guild.Id);
        await AnswerAsync($"+modlog <#{_log}>", BotOnSandbox.Owner);
    }

    public async ValueTask DisposeAsync()
    {
        _mason.Dispose();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task Ban_AndUnbanInDiscordsMenus_AreCasesInTheModLog()
    {
        await DoAsync(HttpMethod.Put, $"bans/{Pip}", new { delete_message_seconds = 0 }, "raid");
        await LogShowsAsync("Case 1", "mason", "Reason: raid");

        await DoAsync(HttpMethod.Delete, $"bans/{Pip}", new { }, "sorry");
        await LogShowsAsync("Case 2", "mason", "Reason: sorry");
        await LogShowsAsync("Case 1", "Lifted");

        await EndAsync();
    }

    [Fact]
    public async Task Kick_AndTimeoutInDiscordsMenus_AreCasesInTheModLog()
    {
        await DoAsync(HttpMethod.Patch, $"members/{Pip}", new { communication_disabled_until = _bot.World.Now.AddHours(1) }, "calm down");
        await LogShowsAsync("Case 1", "mason", "Reason: calm down");
        await DoAsync(HttpMethod.Patch, $"members/{Pip}", new { communication_disabled_until = (DateTimeOffset?)null }, null);
        await LogShowsAsync("Case 2", "mason");
        await DoAsync(HttpMethod.Delete, $"members/{Pip}", null, "enough");
        await LogShowsAsync("Case 3", "mason", "Reason: enough");

        await EndAsync();
    }

    [Fact]
    public async Task Unban_InDiscordsMenusWhileTheBotIsDead_ClosesTheBan()
    {
        await AnswerAsync($"+ban <@{Pip}> 10d spam", Mason);
        await LogShowsAsync("Case 1", "Reason: spam");
        await _bot.KillAsync();
        await DoAsync(HttpMethod.Delete, $"bans/{Pip}", new { }, "sorry");

        await _bot.StartAsync();

        await LogShowsAsync("Case 2", "Reason: sorry");
        await LogShowsAsync("Case 1", "Lifted");
        await EndAsync();
    }

    [Fact]
    public async Task Unban_InDiscordsMenusWhileTheBotHasLostItsSession_ClosesTheBan()
    {
        await AnswerAsync($"+ban <@{Pip}> 10d spam", Mason);
        await LogShowsAsync("Case 1", "Reason: spam");
        await _bot.StopAsync();
        await DoAsync(HttpMethod.Delete, $"bans/{Pip}", new { }, "sorry");
        await _bot.ControlAsync("sandbox/faults", new { kind = "invalidate-on-resume", count = 1 });

        await _bot.StartAsync();

        await LogShowsAsync("Case 2", "Reason: sorry");
        await LogShowsAsync("Case 1", "Lifted");
        await EndAsync();
    }

    [Fact]
    public async Task Commands_OfTheBot_AreOneCaseEachAndNoneIsDoubled()
    {
        await AnswerAsync($"+warn <@{Pip}> one", Mason);
        await AnswerAsync($"+mute <@{Pip}> 10m two", Mason);
        await AnswerAsync($"+unmute <@{Pip}> three", Mason);
        await AnswerAsync($"+ban <@{Pip}> 1d four", Mason);
        await AnswerAsync($"+unban {Pip} five", Mason);
        await AnswerAsync("+clean 5", Mason);

        await LogShowsAsync("Case 5", "Reason: five");
        await DoAsync(HttpMethod.Put, $"bans/{Pip}", new { delete_message_seconds = 0 }, "six");
        await LogShowsAsync("Case 6", "Reason: six");
        await EndAsync();
        Log().ShouldNotContain(card => card.Contains("Case 7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Removals_ByTheBot_AreOneCaseEachAndNoneIsDoubled()
    {
        var (second, third) = (Join("second"), Join("third"));
        await AnswerAsync($"+kick <@{Pip}> one", BotOnSandbox.Owner);
        await LogShowsAsync("Case 1", "Reason: one");
        await AnswerAsync($"+softban <@{second}> two", BotOnSandbox.Owner);
        await LogShowsAsync("Case 2", "Reason: two");
        var voice = _bot.World.Channels.Create(Guild.Id, ChannelType.Voice, "talk", new Actor(BotOnSandbox.Owner)).Id;
        _bot.World.VoiceStates.Set(Guild.Id, third, voice);
        await AnswerAsync($"+vckick <@{third}> three", BotOnSandbox.Owner);
        await LogShowsAsync("Case 3", "Reason: three");

        await DoAsync(HttpMethod.Put, $"bans/{Pip}", new { delete_message_seconds = 0 }, "four");
        await LogShowsAsync("Case 4", "Reason: four");
        await EndAsync();
        Log().ShouldNotContain(card => card.Contains("Case 5", StringComparison.Ordinal));
    }

    private ulong Join(string name)
    {
        var user = _bot.World.Users.Create(name).Id;
        _bot.World.Members.Add(Guild.Id, user);
        return user;
    }

    private async Task EndAsync()
    {
        await _bot.PingAsync(Guild.Id);
        await _bot.StopAsync();
        _bot.Server.Services.GetRequiredService<SandboxStats>().Violations.ShouldBeEmpty();
    }

    private async Task DoAsync(HttpMethod method, string path, object? body, string? reason)
    {
        using var request = new HttpRequestMessage(method, $"/api/v10/guilds/{Guild.Id}/{path}");
        if (body is not null)
            request.Content = JsonContent.Create(body);
        if (reason is not null)
            request.Headers.Add("X-Audit-Log-Reason", Uri.EscapeDataString(reason));
        using var response = await _mason.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBeOneOf(HttpStatusCode.NoContent, HttpStatusCode.OK);
    }

    // Somebody writes a command, and the bot answers.
    private async Task AnswerAsync(string line, ulong by)
    {
        var before = LastAnswer();
        _bot.Say(Guild.Id, line, by);
        await _bot.UntilAsync(() => LastAnswer() > before);
    }

    private ulong LastAnswer() => _bot.World.Messages.List(_bot.GeneralOf(Guild.Id), BotOnSandbox.Owner, 100)
        .Where(message => message.Author.Id == DemoWorld.BotId).Select(message => message.Id).DefaultIfEmpty().Max();

    private Task LogShowsAsync(params string[] words) =>
        _bot.UntilAsync(() => Log().Any(card => words.All(word => card.Contains(word, StringComparison.Ordinal))));

    private List<string> Log() =>
    [
        .. _bot.World.Messages.List(_log, BotOnSandbox.Owner, 100)
            .SelectMany(message => message.Embeds)
            .Select(embed => embed.ToString()),
    ];
}
