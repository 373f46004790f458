using System.Net;

namespace Vexera.Tests.Rest.Resources;

public sealed class GatewayResourceTests : IDisposable
{
    private readonly RestRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task GetBotAsync_Answered_GivesAddressAndBudget()
    {
        _rig.Discord.Then(HttpStatusCode.OK, """
            {"url":"wss://gateway.discord.gg","shards":9,"session_start_limit":{"total":1000,"remaining":999,"reset_after":14400000,"max_concurrency":16}}
            """);

        var bot = await _rig.Rest.Gateway.GetBotAsync(_rig.Token);

        bot.Url.ShouldBe(new Uri("wss://gateway.discord.gg"));
        bot.Shards.ShouldBe(9);
        bot.SessionStartLimit.MaxConcurrency.ShouldBe(16);
        _rig.Discord.Last.Method.ShouldBe(HttpMethod.Get);
        _rig.Discord.Last.Path.ShouldBe("/gateway/bot");
        _rig.Discord.Last.Header("Authorization").ShouldBe($"Bot {RestRig.Secret}");
        _rig.Discord.Last.Header("User-Agent").ShouldNotBeNull().ShouldMatch(@"^DiscordBot \(https://\S+, \d+\.\d+\.\d+\)$");
    }
}
