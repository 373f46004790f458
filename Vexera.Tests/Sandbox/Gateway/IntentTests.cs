using System.Text.Json;
using Vexera.Sandbox.Gateway.Rules;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Tests.Sandbox.Gateway;

public sealed class IntentTests
{
    [Theory]
    [InlineData("GUILD_CREATE", false, 1 << 0)]
    [InlineData("GUILD_ROLE_UPDATE", false, 1 << 0)]
    [InlineData("CHANNEL_PINS_UPDATE", false, 1 << 0)]
    [InlineData("CHANNEL_PINS_UPDATE", true, 1 << 12)]
    [InlineData("GUILD_MEMBER_ADD", false, 1 << 1)]
    [InlineData("GUILD_BAN_ADD", false, 1 << 2)]
    [InlineData("GUILD_AUDIT_LOG_ENTRY_CREATE", false, 1 << 2)]
    [InlineData("GUILD_EMOJIS_UPDATE", false, 1 << 3)]
    [InlineData("INTEGRATION_CREATE", false, 1 << 4)]
    [InlineData("WEBHOOKS_UPDATE", false, 1 << 5)]
    [InlineData("INVITE_CREATE", false, 1 << 6)]
    [InlineData("VOICE_STATE_UPDATE", false, 1 << 7)]
    [InlineData("PRESENCE_UPDATE", false, 1 << 8)]
    [InlineData("MESSAGE_CREATE", false, 1 << 9)]
    [InlineData("MESSAGE_CREATE", true, 1 << 12)]
    [InlineData("MESSAGE_REACTION_ADD", false, 1 << 10)]
    [InlineData("MESSAGE_REACTION_ADD", true, 1 << 13)]
    [InlineData("TYPING_START", false, 1 << 11)]
    [InlineData("TYPING_START", true, 1 << 14)]
    [InlineData("GUILD_SCHEDULED_EVENT_CREATE", false, 1 << 16)]
    [InlineData("AUTO_MODERATION_RULE_CREATE", false, 1 << 20)]
    [InlineData("AUTO_MODERATION_ACTION_EXECUTION", false, 1 << 21)]
    [InlineData("MESSAGE_POLL_VOTE_ADD", false, 1 << 24)]
    [InlineData("MESSAGE_POLL_VOTE_ADD", true, 1 << 25)]
    [InlineData("INTERACTION_CREATE", false, 0)]
    [InlineData("INTERACTION_CREATE", true, 0)]
    [InlineData("USER_UPDATE", true, 0)]
    [InlineData("SOMETHING_NEW", false, 0)]
    public void For_Event_NeedsDiscordsIntent(string name, bool direct, int intent) =>
        IntentRules.For(name, direct).ShouldBe((GatewayIntents)intent);

    [Fact]
    public async Task Session_WithoutGuilds_GetsReadyOnly()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync(Intents.GuildMessages);

        fixture.World.Channels.Create(fixture.Guild, ChannelType.Text, "new", new Actor(fixture.Owner.Id));
        fixture.Say("hello");

        (await client.WaitingNamesAsync()).ShouldBe(["MESSAGE_CREATE"]);
        fixture.Stats.Events.ContainsKey("GUILD_CREATE").ShouldBeFalse();
    }

    [Fact]
    public async Task Session_WithoutMessages_GetsNone()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync(Intents.Guilds);

        fixture.Say("hello");

        (await client.WaitingNamesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task MessageCreate_WithoutMessageContent_IsEmptyButForItsExceptions()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync(Intents.Guilds | Intents.GuildMessages | Intents.DirectMessages);
        var bot = fixture.World.Users.Get(DemoWorld.BotId);
        var direct = fixture.World.Users.OpenDirect(fixture.Member.Id, bot.Id);
        var embed = JsonElement.Parse("""{"title":"secret"}""");

        fixture.World.Messages.Create(fixture.General.Id, fixture.Member, new MessageDraft { Content = "secret", Embeds = [embed] });
        fixture.Say("my own", bot);
        fixture.Say($"to <@{bot.Id}>");
        fixture.Say("in private", channel: direct);

        var messages = (await client.WaitingAsync()).Select(Frames.Data).ToArray();
        messages.Select(message => message.Text("content")).ShouldBe(["", "my own", $"to <@{bot.Id}>", "in private"]);
        messages[0].GetProperty("embeds").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task MemberUpdate_OfTheBotItself_NeedsNoIntent()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        await using var client = await fixture.ReadyAsync(Intents.Guilds);

        fixture.World.Members.Update(fixture.Guild, fixture.Member.Id, new Actor(fixture.Owner.Id), member => member with { Nick = "other" });
        fixture.World.Members.Update(fixture.Guild, DemoWorld.BotId, new Actor(fixture.Owner.Id), member => member with { Nick = "me" });

        var updates = await client.WaitingAsync();
        updates.Select(Frames.Name).ShouldBe(["GUILD_MEMBER_UPDATE"]);
        updates[0].Data().Text("nick").ShouldBe("me");
    }

    [Fact]
    public async Task GuildCreate_WithoutPresences_HasTheBotAndMembersInVoiceOnly()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        fixture.World.VoiceStates.Set(fixture.Guild, fixture.Owner.Id, fixture.ChannelNamed("Lounge").Id);
        await using var client = await fixture.GreetedAsync();
        await client.IdentifyAsync(fixture.Bot, Intents.Guilds);

        var guild = await client.ReceiveAsync("GUILD_CREATE");

        guild.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("user").Text("id"))
            .ShouldBe([$"{DemoWorld.BotId}", $"{fixture.Owner.Id}"]);
        guild.GetProperty("member_count").GetInt32().ShouldBe(4);
        guild.GetProperty("voice_states").EnumerateArray().Single().Text("user_id").ShouldBe($"{fixture.Owner.Id}");
    }

    [Fact]
    public async Task Message_InAChannelThatTheBotMayNotSee_IsNotSent()
    {
        await using var fixture = await GatewayFixture.StartAsync();
        var secret = fixture.World.Channels.Create(fixture.Guild, ChannelType.Text, "secret", new Actor(fixture.Owner.Id), draft => draft with
        {
            Overwrites = [new Overwrite(fixture.Guild, OverwriteType.Role, Permission.None, Permission.ViewChannel)],
        });
        await using var client = await fixture.ReadyAsync();

        fixture.Say("hidden", fixture.Owner, secret);
        fixture.Say("open", fixture.Owner);

        (await client.WaitingAsync()).Select(frame => frame.Data().Text("content")).ShouldBe(["open"]);
    }
}
