using System.Text;
using System.Text.Json;
using Vexera.Core.Discord;
using Vexera.Core.Gateway.Protocol;

namespace Vexera.Tests.Gateway.Protocol;

public sealed class PayloadWriterTests
{
    private static readonly BotToken Token = new("abc.def");

    [Theory]
    [InlineData(null, """{"op":1,"d":null}""")]
    [InlineData(251L, """{"op":1,"d":251}""")]
    public void Heartbeat_AnySequence_IsOpcodeOne(long? sequence, string json) =>
        Encoding.UTF8.GetString(PayloadWriter.Heartbeat(sequence).Span).ShouldBe(json);

    [Fact]
    public void Resume_Session_NamesIt() =>
        Encoding.UTF8.GetString(PayloadWriter.Resume(Token, "session", 1337).Span)
            .ShouldBe("""{"op":6,"d":{"token":"abc.def","session_id":"session","seq":1337}}""");

    [Fact]
    public void Identify_Shard_HasTokenIntentsPropertiesAndShard()
    {
        using var document = JsonDocument.Parse(PayloadWriter.Identify(Token, GatewayIntents.Guilds | GatewayIntents.GuildMessages, 3, 16));
        var data = document.RootElement.GetProperty("d");

        document.RootElement.GetProperty("op").GetInt32().ShouldBe(2);
        data.GetProperty("token").GetString().ShouldBe("abc.def");
        data.GetProperty("intents").GetInt32().ShouldBe(513);
        data.GetProperty("shard").GetRawText().ShouldBe("[3,16]");
        data.GetProperty("properties").EnumerateObject().Select(one => one.Name).ShouldBe(["os", "browser", "device"]);
        data.TryGetProperty("presence", out _).ShouldBeFalse();
    }

    [Fact]
    public void Identify_TokenTooLong_IsRefusedBeforeItIsSent()
    {
        var token = new BotToken(new string('x', 5000));

        Should.Throw<InvalidOperationException>(() => PayloadWriter.Identify(token, GatewayIntents.Guilds, 0, 1))
            .Message.ShouldNotContain("xxxx");
    }
}
