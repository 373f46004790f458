using System.Net;
using System.Text.Json;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Json;
using Vexera.Core.Rest;

namespace Vexera.Tests.Rest;

/// <summary>Every resource against the sandbox; requests and answers are held to Discord's description on the way.</summary>
public sealed class SandboxResourceTests : SandboxRestTest
{
    private static readonly ApplicationCommand Ping = new() { Name = "ping", Description = "Answers." };

    [Fact]
    public async Task GetBot_Always_GivesTheGatewayAndItsBudget()
    {
        var bot = await Rest.Gateway.GetBotAsync(Token);

        bot.Url.Scheme.ShouldBe("ws");
        bot.Shards.ShouldBe(1);
        bot.SessionStartLimit.MaxConcurrency.ShouldBe(1);
    }

    [Fact]
    public async Task Users_Always_KnowTheBotItsGuildsAndItsDirectMessages()
    {
        var me = await Rest.Users.GetCurrentAsync(Token);
        var guilds = await Rest.Users.GetCurrentGuildsAsync(default, 200, Token);
        var beyond = await Rest.Users.GetCurrentGuildsAsync(guilds[^1].Id, 200, Token);
        var direct = await Rest.Users.CreateDmAsync(new Snowflake(MemberId), Token);
        var message = await Rest.Channels.CreateMessageAsync(direct.Id, new OutgoingMessage { Content = "psst" }, Token);

        me.Id.ShouldBe(new Snowflake(BotId));
        me.Bot.ShouldBeTrue();
        guilds.Select(guild => guild.Name).ShouldBe(["Harbour", "Orchard"]);
        ((ulong)guilds[0].Permissions).ShouldNotBe(0UL);
        beyond.ShouldBeEmpty();
        direct.Type.ShouldBe(ChannelType.DirectMessage);
        message.ChannelId.ShouldBe(direct.Id);
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Guilds_Always_GiveRolesChannelsAndMembers()
    {
        var id = new Snowflake(Guild.Id);

        var guild = await Rest.Guilds.GetAsync(id, Token);
        var channels = await Rest.Guilds.GetChannelsAsync(id, Token);
        var member = await Rest.Guilds.GetMemberAsync(id, new Snowflake(ModeratorId), Token);

        guild.OwnerId.ShouldBe(new Snowflake(OwnerId));
        guild.Roles.ShouldContain(role => role.Id == id);
        channels.ShouldContain(channel => channel.Name == "general" && channel.Type == ChannelType.GuildText);
        member.User.ShouldNotBeNull().Username.ShouldBe("mason");
        (await Rest.Users.GetAsync(new Snowflake(ModeratorId), Token)).Username.ShouldBe("mason");
        (await Rest.Guilds.SearchMembersAsync(id, "MAS", 10, Token)).ShouldHaveSingleItem().User!.Id.ShouldBe(new Snowflake(ModeratorId));
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Messages_CreatedEditedDeleted_AreSoInTheWorld()
    {
        var created = await Rest.Channels.CreateMessageAsync(
            Channel, new OutgoingMessage { Content = "hello 🌲", Embeds = [new Embed { Title = "t", Fields = [new EmbedField("n", "v")] }] }, Token);
        var reply = await Rest.Channels.CreateMessageAsync(
            Channel, new OutgoingMessage { Content = "re", MessageReference = new MessageReference { MessageId = created.Id } }, Token);
        var edited = await Rest.Channels.EditMessageAsync(Channel, created.Id, new OutgoingMessage { Content = "bye" }, Token);
        await Rest.Channels.DeleteMessageAsync(Channel, reply.Id, "tidying", Token);

        created.Content.ShouldBe("hello 🌲");
        reply.Type.ShouldBe(19);
        edited.Content.ShouldBe("bye");
        edited.EditedTimestamp.ShouldNotBeNull();
        Events("MESSAGE_DELETE").ShouldHaveSingleItem().GetProperty("id").GetString().ShouldBe($"{reply.Id}");
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task CreateMessage_SameNonceTwice_GivesTheFirstMessage()
    {
        var message = new OutgoingMessage { Content = "once", Nonce = "n-1", EnforceNonce = true };

        var first = await Rest.Channels.CreateMessageAsync(Channel, message, Token);
        var second = await Rest.Channels.CreateMessageAsync(Channel, message, Token);

        second.Id.ShouldBe(first.Id);
        Events("MESSAGE_CREATE").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task DeleteMessage_OfAnother_LeavesTheReasonInTheAuditLog()
    {
        var theirs = (await Member.Post($"/api/v10/channels/{General}/messages", new { content = "spam" })).ShouldBe(HttpStatusCode.OK).Id;

        await Rest.Channels.DeleteMessageAsync(Channel, new Snowflake(theirs), "Größe: 100% 🌲", Token);

        LastAudit.Reason.ShouldBe("Größe: 100% 🌲");
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Commands_Overwritten_AreThereAndComeBackAsRegistered()
    {
        var application = await Rest.Applications.GetCurrentAsync(Token);

        var registered = await Rest.Applications.OverwriteGlobalCommandsAsync(application.Id, [Ping], Token);
        var read = await Rest.Applications.GetGlobalCommandsAsync(application.Id, Token);

        registered.ShouldHaveSingleItem().Id.ShouldNotBeNull();
        read.ShouldHaveSingleItem().Name.ShouldBe("ping");
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Interaction_RespondedEditedFollowedUp_IsAnswered()
    {
        var interaction = await UsePingAsync();

        await Rest.Interactions.RespondAsync(interaction, new OutgoingMessage { Content = "pong" }, Token);
        var edited = await Rest.Interactions.EditResponseAsync(interaction, new OutgoingMessage { Content = "pong!" }, Token);
        var further = await Rest.Interactions.FollowUpAsync(interaction, new OutgoingMessage { Content = "psst", Flags = OutgoingMessage.Ephemeral }, Token);

        edited.Content.ShouldBe("pong!");
        further.Id.ShouldNotBe(edited.Id);
        Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Interaction_DeferredThenAnswered_IsAnswered(bool ephemeral)
    {
        var interaction = await UsePingAsync();

        await Rest.Interactions.DeferAsync(interaction, ephemeral, Token);
        var answer = await Rest.Interactions.EditResponseAsync(interaction, new OutgoingMessage { Content = "done" }, Token);

        answer.Content.ShouldBe("done");
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Interaction_DeferredForAllThenDeleted_IsFollowedUpForTheCallerOnly()
    {
        var interaction = await UsePingAsync();
        await Rest.Interactions.DeferAsync(interaction, ephemeral: false, Token);

        await Rest.Interactions.DeleteResponseAsync(interaction, Token);
        var said = await Rest.Interactions.FollowUpAsync(interaction, new OutgoingMessage { Content = "psst", Flags = OutgoingMessage.Ephemeral }, Token);

        (said.Content, said.IsEphemeral, said.IsLoading).ShouldBe(("psst", true, false));
        (await Rest.Interactions.GetResponseAsync(interaction, Token).ShouldThrowAsync<DiscordRestException>()).Code.ShouldBe(DiscordErrorCodes.UnknownMessage);
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task GetResponse_DeferredThenAnswered_IsLoadingBefore()
    {
        var interaction = await UsePingAsync();
        await Rest.Interactions.DeferAsync(interaction, ephemeral: false, Token);
        (await Rest.Interactions.GetResponseAsync(interaction, Token)).IsLoading.ShouldBeTrue();

        await Rest.Interactions.EditResponseAsync(interaction, new OutgoingMessage { Content = "done" }, Token);

        var answer = await Rest.Interactions.GetResponseAsync(interaction, Token);
        (answer.IsLoading, answer.Content).ShouldBe((false, "done"));
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Interaction_RespondedTwice_IsRefusedInDiscordsWords()
    {
        var interaction = await UsePingAsync();
        await Rest.Interactions.RespondAsync(interaction, new OutgoingMessage { Content = "pong" }, Token);

        var refusal = await Rest.Interactions.RespondAsync(interaction, new OutgoingMessage { Content = "pong" }, Token).ShouldThrowAsync<DiscordRestException>();

        refusal.Code.ShouldBe(40060);
    }

    [Fact]
    public async Task CreateMessage_TooLong_NamesTheField()
    {
        var refusal = await Rest.Channels.CreateMessageAsync(Channel, new OutgoingMessage { Content = new string('x', 2001) }, Token)
            .ShouldThrowAsync<DiscordRestException>();

        refusal.Status.ShouldBe(HttpStatusCode.BadRequest);
        refusal.Code.ShouldBe(50035);
        refusal.Message.ShouldContain("content: Must be 2000 or fewer in length. (BASE_TYPE_MAX_LENGTH)");
    }

    [Fact]
    public async Task DeleteMessage_WithoutPermission_SaysSo()
    {
        GrantBot(Vexera.Sandbox.World.Permissions.Permission.None);
        var theirs = (await Member.Post($"/api/v10/channels/{General}/messages", new { content = "mine" })).Id;

        var refusal = await Rest.Channels.DeleteMessageAsync(Channel, new Snowflake(theirs), null, Token).ShouldThrowAsync<DiscordRestException>();

        refusal.Status.ShouldBe(HttpStatusCode.Forbidden);
        refusal.Code.ShouldBe(50013);
    }

    [Fact]
    public async Task GetGuild_Unknown_SaysSo()
    {
        var refusal = await Rest.Guilds.GetAsync(new Snowflake(1), Token).ShouldThrowAsync<DiscordRestException>();

        refusal.Code.ShouldBe(10004);
        refusal.Route.ShouldBe("GET /guilds/{guild}");
    }

    private async Task<Interaction> UsePingAsync()
    {
        var registered = await Rest.Applications.OverwriteGlobalCommandsAsync(new Snowflake(BotId), [Ping], Token);
        var used = await Member.Post("/api/v10/interactions", new
        {
            type = 2,
            application_id = $"{BotId}",
            channel_id = $"{General}",
            data = new { id = $"{registered[0].Id}", name = "ping", type = 1 },
        });
        used.ShouldBe(HttpStatusCode.NoContent);
        // The person's client is told too, without the token.
        return Events("INTERACTION_CREATE").Last(data => data.TryGetProperty("token", out _)).Deserialize(DiscordJson.Default.Interaction)!;
    }
}
