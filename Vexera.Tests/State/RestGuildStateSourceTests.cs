using Vexera.Core;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.State;
using Vexera.Tests.Rest;

namespace Vexera.Tests.State;

/// <summary>What the source fetches, against the sandbox.</summary>
public sealed class RestGuildStateSourceTests : SandboxRestTest
{
    private readonly SelfState _self = new();

    [Fact]
    public async Task FetchAsync_BotsGuild_HasRolesChannelsAndMembership()
    {
        await KnowSelfAsync();

        var snapshot = await new RestGuildStateSource(Rest, _self).FetchAsync(new Snowflake(Guild.Id), Token);

        snapshot.ShouldNotBeNull().Guild.Roles.ShouldContain(role => role.Id == new Snowflake(Guild.Id));
        snapshot.Channels.ShouldContain(channel => channel.Name == "general");
        snapshot.Self.User.ShouldNotBeNull().Id.ShouldBe(new Snowflake(BotId));
        Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task FetchAsync_NotInTheGuild_IsNull()
    {
        await KnowSelfAsync();

        (await new RestGuildStateSource(Rest, _self).FetchAsync(new Snowflake(12345), Token)).ShouldBeNull();
    }

    [Fact]
    public async Task FetchAsync_BeforeReady_WaitsToKnowWhoItIs()
    {
        var fetching = new RestGuildStateSource(Rest, _self).FetchAsync(new Snowflake(Guild.Id), Token);
        fetching.IsCompleted.ShouldBeFalse();

        await KnowSelfAsync();

        (await fetching).ShouldNotBeNull();
    }

    private async Task KnowSelfAsync() =>
        _self.Learn(await Rest.Users.GetCurrentAsync(Token), new Application { Id = new Snowflake(BotId) });
}
