using Dapper;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Modules.Greeting;
using Vexera.Core.Rest;
using Vexera.Core.Telemetry;
using Vexera.Tests.Commands;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Greeting;

/// <summary>"Thanks for adding me": to whom, where, and in what words.</summary>
public sealed class ThanksTests
{
    [Fact]
    public async Task GuildCreate_JoinedJustNow_SaysThanksInTheSystemChannelAndPingsNoOne()
    {
        await using var rig = new CommandRig();

        var said = (await rig.CreateGuildAsync(NewGuilds.Joined(rig.Time))).ShouldHaveSingleItem();

        said.Name.ShouldBe("create");
        said.Target.ShouldBe(TestGuild.General);
        said.Message!.Content.ShouldBe(
            "Thanks for adding me! My commands start with `+`, and every one of them is in the menu behind `/` too. `+help` lists them; `+prefix` changes the prefix.");
        said.Message.Nonce.ShouldBe("t77");
        said.Message.EnforceNonce.ShouldBe(true);
        said.Message.AllowedMentions.Parse.ShouldBeEmpty();
        (await OutcomeAsync(rig)).ShouldBe(ThanksOutcome.Said);
    }

    [Theory]
    [InlineData("fr", "Merci de m’avoir ajouté")]
    [InlineData("de", "Danke, dass du mich hinzugefügt hast!")]
    [InlineData("ja", "Thanks for adding me!")]
    public async Task GuildCreate_GuildWithALanguageInDiscord_SaysThanksInIt(string locale, string thanks)
    {
        await using var rig = new CommandRig();

        var said = (await rig.CreateGuildAsync(NewGuilds.Joined(rig.Time) with { PreferredLocale = locale })).ShouldHaveSingleItem();

        said.Message!.Content!.ShouldStartWith(thanks);
    }

    [Fact]
    public async Task GuildCreate_OnceMore_SaysNothing()
    {
        await using var rig = new CommandRig();
        var guild = NewGuilds.Joined(rig.Time);
        await rig.CreateGuildAsync(guild);

        (await rig.CreateGuildAsync(guild)).ShouldBeEmpty();
        (await rig.CreateGuildAsync(guild with { JoinedAt = guild.JoinedAt!.Value.AddDays(1) })).ShouldBeEmpty();
    }

    [Fact]
    public async Task GuildCreate_JoinedBeforeTheDatabaseCameToBe_SaysNothing()
    {
        await using var rig = new CommandRig();
        var old = NewGuilds.JoinedAt(rig.Time.GetUtcNow());

        (await rig.CreateGuildAsync(old)).ShouldBeEmpty();
        (await rig.CreateGuildAsync(old with { JoinedAt = rig.Time.GetUtcNow().AddMinutes(1) })).ShouldBeEmpty();
    }

    [Fact]
    public async Task GuildCreate_WithoutJoinedAt_DecidesNothingYet()
    {
        await using var rig = new CommandRig();

        (await rig.CreateGuildAsync(NewGuilds.Joined(rig.Time) with { JoinedAt = null })).ShouldBeEmpty();
        (await rig.CreateGuildAsync(NewGuilds.Joined(rig.Time))).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task GuildCreate_MachineClockWrong_GoesByDiscords(int hoursAhead)
    {
        await using var rig = new CommandRig();
        var discordNow = rig.Time.GetUtcNow().AddHours(hoursAhead);
        ((DiscordClock)rig.Get<IDiscordClock>()).Observe(discordNow);

        (await rig.CreateGuildAsync(NewGuilds.JoinedAt(discordNow.AddMinutes(-10), id: 1))).ShouldBeEmpty();
        (await rig.CreateGuildAsync(NewGuilds.JoinedAt(discordNow.AddMinutes(10), id: 2))).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("Modules:Greeting:Enabled")]
    [InlineData("Modules:Greeting:Thanks")]
    public async Task GuildCreate_SwitchedOff_SaysNothingAndNeverWill(string setting)
    {
        await using var rig = new CommandRig();
        rig.Configure((setting, "false"));
        var guild = NewGuilds.Joined(rig.Time);

        (await rig.CreateGuildAsync(guild)).ShouldBeEmpty();
        rig.Configure((setting, "true"));

        (await rig.CreateGuildAsync(guild)).ShouldBeEmpty();
        (await rig.CreateGuildAsync(NewGuilds.Joined(rig.Time, id: 78))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task GuildCreate_NowhereToWrite_SaysNothingAndNeverWill()
    {
        await using var rig = new CommandRig();
        var guild = NewGuilds.Joined(rig.Time);

        (await rig.CreateGuildAsync(guild with { Channels = TestGuild.Channels() })).ShouldBeEmpty();

        (await OutcomeAsync(rig)).ShouldBe(ThanksOutcome.NoChannel);
        (await rig.CreateGuildAsync(guild)).ShouldBeEmpty();
    }

    [Fact]
    public async Task GuildCreate_DiscordRefuses_IsNotTriedAgain()
    {
        await using var rig = new CommandRig();
        rig.Rest.Answer = _ => throw RecordingRest.Refusal(50013);
        var guild = NewGuilds.Joined(rig.Time);
        await rig.CreateGuildAsync(guild);
        rig.Rest.Answer = _ => Task.CompletedTask;

        (await rig.CreateGuildAsync(guild)).ShouldBeEmpty();

        (await OutcomeAsync(rig)).ShouldBe(ThanksOutcome.Refused);
        rig.Log.Lines.Count(line => line.EventId == 8002).ShouldBe(1);
    }

    [Fact]
    public async Task GuildCreate_DiscordUnreachable_IsNotTriedAgain()
    {
        await using var rig = new CommandRig();
        rig.Rest.Answer = _ => throw new DiscordUnreachableException("POST /test", "gone");
        var guild = NewGuilds.Joined(rig.Time);
        await rig.CreateGuildAsync(guild);
        rig.Rest.Answer = _ => Task.CompletedTask;

        (await rig.CreateGuildAsync(guild)).ShouldBeEmpty();

        (await OutcomeAsync(rig)).ShouldBe(ThanksOutcome.Unreachable);
    }

    [Fact]
    public async Task GuildCreate_PrefixOfTheGuildsOwn_IsNamed()
    {
        await using var rig = new CommandRig();
        var guild = NewGuilds.Joined(rig.Time);
        await rig.Get<GuildPrefixes>().SetAsync(guild.Id, "?", TestContext.Current.CancellationToken);

        var said = (await rig.CreateGuildAsync(guild)).ShouldHaveSingleItem();

        said.Message!.Content.ShouldNotBeNull().ShouldContain("start with `?`");
    }

    [Fact]
    public async Task GuildCreate_PrefixDisabled_NamesTheMenuOnly()
    {
        await using var rig = new CommandRig();
        var guild = NewGuilds.Joined(rig.Time);
        await rig.Get<GuildPrefixes>().DisableAsync(guild.Id, TestContext.Current.CancellationToken);

        var said = (await rig.CreateGuildAsync(guild)).ShouldHaveSingleItem();

        said.Message!.Content.ShouldBe(
            "Thanks for adding me! My commands are in the menu behind `/`, and a mention of me works too. `/help` lists them.");
    }

    private static async Task<string?> OutcomeAsync(CommandRig rig)
    {
        await using var connection = await rig.Database.OpenAsync(TestContext.Current.CancellationToken);
        return await connection.ExecuteScalarAsync<string>("SELECT outcome FROM thanks WHERE guild_id = 77");
    }
}
