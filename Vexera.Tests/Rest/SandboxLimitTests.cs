using System.Net;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Rest;
using Vexera.Sandbox.Faults;

namespace Vexera.Tests.Rest;

/// <summary>Storms and faults over real connections: the sandbox counts whatever a well-behaved bot would not have sent.</summary>
public sealed class SandboxLimitTests : SandboxRestTest
{
    private const string CreateMessage = "POST /channels/{channel_id}/messages";

    [Fact]
    public async Task Storm_OverChannelsAndRoutes_BreaksNoLimit()
    {
        var channels = Guild.Channels.Values.Where(channel => (int)channel.Type == 0).Select(channel => new Snowflake(channel.Id)).ToArray();
        var random = new Random(1);

        var storm = Enumerable.Range(0, 300).Select(i => random.Next(4) switch
        {
            0 => Rest.Guilds.GetMemberAsync(new Snowflake(Guild.Id), new Snowflake(MemberId), Token),
            1 => Rest.Users.GetCurrentAsync(Token),
            2 => EditedAsync(channels[i % channels.Length]),
            _ => (Task)Rest.Channels.CreateMessageAsync(channels[i % channels.Length], new OutgoingMessage { Content = $"{i}" }, Token),
        });

        await DoneAsync(Task.WhenAll(storm));

        Answers("", 429).ShouldBe(0);
        Answers("", 200).ShouldBeGreaterThanOrEqualTo(300);
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Storm_OverTheGlobalLimit_BreaksNoLimit()
    {
        var calls = Enumerable.Range(0, 200).Select(i => (i % 4) switch
        {
            0 => Rest.Users.GetCurrentAsync(Token),
            1 => Rest.Applications.GetCurrentAsync(Token),
            2 => (Task)Rest.Guilds.GetAsync(new Snowflake(Guild.Id), Token),
            _ => Rest.Guilds.GetChannelsAsync(new Snowflake(Guild.Id), Token),
        });

        await DoneAsync(Task.WhenAll(calls));

        Answers("", 429).ShouldBe(0);
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task DeleteMessage_OldOnesAndNewOnes_AreLimitedApart()
    {
        var old = await DoneAsync(CreateAsync(6));
        Clock.Advance(TimeSpan.FromDays(15));
        var young = await DoneAsync(CreateAsync(12));

        await DoneAsync(Task.WhenAll(old.Concat(young).Select(id => Rest.Channels.DeleteMessageAsync(Channel, id, null, Token))));

        Events("MESSAGE_DELETE").Count.ShouldBe(18);
        Answers("", 429).ShouldBe(0);
        Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("user")]
    [InlineData("shared")]
    [InlineData("global")]
    public async Task CreateMessage_RefusedTwiceByForce_IsSentAfterTheWait(string scope)
    {
        Faults.Add(new RestFault { Route = CreateMessage, Status = 429, Scope = scope, RetryAfter = TimeSpan.FromSeconds(3) });

        var started = Clock.GetUtcNow();
        await DoneAsync(Rest.Channels.CreateMessageAsync(Channel, new OutgoingMessage { Content = "patience" }, Token));

        (Clock.GetUtcNow() - started).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(3));
        Answers(CreateMessage, 429).ShouldBe(1);
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Storm_DuringRefusalsByForce_SendsNothingTooEarly()
    {
        Faults.Add(new RestFault { Status = 429, Scope = "global", RetryAfter = TimeSpan.FromSeconds(2), Count = 3 });

        await DoneAsync(Task.WhenAll(Enumerable.Range(0, 60).Select(i => Rest.Users.GetCurrentAsync(Token))));

        Answers("", 200).ShouldBe(60);
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task CreateMessage_ConnectionCut_IsRepeatedOnlyWithANonce()
    {
        Faults.Add(new RestFault { Route = CreateMessage, Drop = true });
        await DoneAsync(Rest.Channels.CreateMessageAsync(Channel, new OutgoingMessage { Content = "a" }, Token)).ShouldThrowAsync<DiscordUnreachableException>();
        Events("MESSAGE_CREATE").ShouldBeEmpty();

        Faults.Add(new RestFault { Route = CreateMessage, Drop = true, Count = 2 });
        await DoneAsync(Rest.Channels.CreateMessageAsync(Channel, new OutgoingMessage { Content = "b", Nonce = "b", EnforceNonce = true }, Token));

        Events("MESSAGE_CREATE").ShouldHaveSingleItem();
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task GetCurrent_DiscordFailsThreeTimes_IsAnsweredTheFourth()
    {
        Faults.Add(new RestFault { Route = "GET /users/@me", Status = 503, Count = 3 });

        (await DoneAsync(Rest.Users.GetCurrentAsync(Token))).Id.ShouldBe(new Snowflake(BotId));

        Answers("GET /users/@me", 503).ShouldBe(3);
    }

    [Fact]
    public async Task GetCurrent_TokenUnknown_IsRefused()
    {
        Faults.Add(new RestFault { Route = "GET /users/@me", Status = 401 });

        (await Rest.Users.GetCurrentAsync(Token).ShouldThrowAsync<DiscordRestException>()).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task EditedAsync(Snowflake channel)
    {
        var message = await Rest.Channels.CreateMessageAsync(channel, new OutgoingMessage { Content = "draft" }, Token);
        await Rest.Channels.EditMessageAsync(channel, message.Id, new OutgoingMessage { Content = "final" }, Token);
    }

    private async Task<Snowflake[]> CreateAsync(int count)
    {
        var messages = await Task.WhenAll(Enumerable.Range(0, count).Select(i =>
            Rest.Channels.CreateMessageAsync(Channel, new OutgoingMessage { Content = $"{i}" }, Token)));
        return [.. messages.Select(message => message.Id)];
    }
}
