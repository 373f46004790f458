using System.Text.Json;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Json;

namespace Vexera.Tests.Discord;

public sealed class EntityJsonTests
{
    [Fact]
    public void Message_OptionalsMissing_KeepsDefaults()
    {
        var message = Read("""{"id":"1","channel_id":2,"author":{"id":"3","username":"ann"}}""");

        message.Content.ShouldBe("");
        message.Mentions.ShouldBeEmpty();
        message.ChannelId.ShouldBe(new Snowflake(2));
    }

    [Theory]
    [InlineData("""{"id":"1","channel_id":"2","author":null}""")]
    [InlineData("""{"id":"1","channel_id":"2"}""")]
    [InlineData("""{"id":"x","channel_id":"2","author":{"id":"3","username":"ann"}}""")]
    [InlineData("""{"id":"1","channel_id":"2","author":{"id":"3","username":"ann"},"mentions":null}""")]
    public void Message_Malformed_Throws(string json) => Should.Throw<JsonException>(() => Read(json));

    [Fact]
    public void Channel_UnknownType_IsKept()
    {
        var channel = JsonSerializer.Deserialize("""{"id":"1","type":99}""", DiscordJson.Default.Channel);

        channel.ShouldNotBeNull().Type.ShouldBe((ChannelType)99);
    }

    [Fact]
    public void OutgoingMessage_OnlyContent_PingsNobody()
    {
        var json = JsonSerializer.Serialize(new OutgoingMessage { Content = "hi" }, DiscordJson.Default.OutgoingMessage);

        json.ShouldBe("""{"content":"hi","allowed_mentions":{"parse":[],"replied_user":false}}""");
    }

    private static Message Read(string json) => JsonSerializer.Deserialize(json, DiscordJson.Default.Message)!;
}
