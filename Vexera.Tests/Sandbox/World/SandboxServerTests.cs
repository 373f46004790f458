using System.Net.Http.Json;
using System.Text.Json;
using Vexera.Sandbox;

namespace Vexera.Tests.Sandbox.World;

public sealed class SandboxServerTests
{
    private static readonly SandboxOptions AnyPort = new() { Urls = "http://127.0.0.1:0" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StartAsync_WithPortZero_ServesTheDemoWorldsTokens()
    {
        await using var sandbox = await SandboxServer.StartAsync(AnyPort, Cancellation);
        using var http = new HttpClient { BaseAddress = sandbox.Address };

        var tokens = await http.GetFromJsonAsync<JsonElement>("/sandbox/tokens", Cancellation);

        sandbox.Address.Port.ShouldBeGreaterThan(0);
        tokens.GetProperty("bot").GetProperty("token").GetString().ShouldNotBeNullOrEmpty();
        tokens.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("role").GetString())
            .ShouldBe(["owner", "moderator", "member"]);
        var guilds = tokens.GetProperty("guilds").EnumerateArray().ToArray();
        guilds.Length.ShouldBe(2);
        guilds[0].GetProperty("channels").EnumerateArray().Select(channel => channel.GetProperty("type").GetInt32())
            .ShouldBe([4, 5, 0, 0, 0, 4, 2]);
    }

    [Fact]
    public async Task StartAsync_PortInUse_NamesTheAddress()
    {
        await using var first = await SandboxServer.StartAsync(AnyPort, Cancellation);
        var taken = first.Address.ToString().TrimEnd('/');

        var error = await Should.ThrowAsync<SandboxStartException>(SandboxServer.StartAsync(AnyPort with { Urls = taken }, Cancellation));

        error.Address.ShouldBe(taken);
        error.Message.ShouldContain(taken);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://192.0.2.1:5090")]
    public async Task StartAsync_AddressThatCannotBe_NamesIt(string address)
    {
        var error = await Should.ThrowAsync<SandboxStartException>(SandboxServer.StartAsync(AnyPort with { Urls = address }, Cancellation));

        error.Message.ShouldContain(address);
    }

    [Fact]
    public async Task StartAsync_TooManyGuilds_SaysTheRange()
    {
        var error = await Should.ThrowAsync<ArgumentOutOfRangeException>(
            SandboxServer.StartAsync(AnyPort with { Guilds = 1_000_001 }, Cancellation));

        error.Message.ShouldContain("between 0 and 1000000");
    }
}
