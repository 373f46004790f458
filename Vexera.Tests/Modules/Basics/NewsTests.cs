using Vexera.Core.Discord;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Shards;
using Vexera.Core.Telemetry;
using Vexera.Tests.Commands;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Basics;

/// <summary>What the bot tells of itself: about, health, nodeinfo, invite, support.</summary>
public sealed class NewsTests
{
    [Theory]
    [InlineData("+about")]
    [InlineData("+stats")]
    public async Task About_InAGuild_NamesItsShardAndTheGuilds(string question)
    {
        await using var rig = new CommandRig();
        rig.Fleet.ShardCount = 288;
        rig.Guilds.Set(TestGuild.State with { Id = new Snowflake(11) });

        var lines = (await AskAsync(rig, question)).Split('\n');

        lines[0].ShouldMatch(@"^\*\*Vexera\*\* \d+\.\d+\.\d+");
        lines[1].ShouldBe("Servers: 2");
        lines[2].ShouldBe("Shard of this server: 0 of 288");
        lines[3].ShouldBe("Running since <t:1777896000:R>");
        lines[4].ShouldBe("Events: 0.0 a second");
    }

    [Fact]
    public async Task About_InDirectMessages_SaysWhoseShardItIs()
    {
        await using var rig = new CommandRig();

        (await rig.WriteAsync("about", direct: true)).ShouldHaveSingleItem().Message!.Content.ShouldNotBeNull()
            .ShouldContain("Shard of direct messages: 0 of 1");
    }

    [Fact]
    public async Task Health_ShardsInSeveralStates_CountsThemAndTheEvents()
    {
        await using var rig = new CommandRig();
        rig.Fleet.ShardCount = 4;
        rig.Fleet.Shards = [.. new[] { ShardState.Ready, ShardState.Ready, ShardState.Resuming, ShardState.BackingOff }
            .Select((state, id) => new ShardStatus(id, state, DateTimeOffset.UnixEpoch, null, null))];
        var rate = rig.Get<IEventRate>();
        rig.Time.Advance(TimeSpan.FromMinutes(19));
        for (var i = 0; i < 120; i++)
            rate.Record(rig.Time.GetTimestamp());
        rig.Time.Advance(TimeSpan.FromMinutes(1));

        (await AskAsync(rig, "+health")).ShouldBe(
            """
            Shards here: 4 of 4
            resuming: 1
            ready: 2
            pausing before the next attempt: 1
            Alerts: none
            Events: 0.1 a second over 30 minutes, 2.0 over the last minute
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Health_AlertsFire_NamesEachTheWorstFirst()
    {
        await using var rig = new CommandRig();
        rig.Alerts.Put([
            new Alert("Cpu", AlertSeverity.Warning, DateTimeOffset.UnixEpoch, null, 1, 1, "Busy."),
            new Alert("Memory", AlertSeverity.Critical, DateTimeOffset.UnixEpoch, null, 1, 1, "Full."),
        ]);

        var answer = await AskAsync(rig, "+health");

        answer.ShouldContain("⚠ **Memory**: Full. Since <t:0:R>.\n⚠ **Processor**: Busy. Since <t:0:R>.");
        answer.ShouldNotContain("Alerts: none");
    }

    [Fact]
    public async Task Health_NoShardYet_SaysSo()
    {
        await using var rig = new CommandRig();
        rig.Fleet.Shards = [];

        (await AskAsync(rig, "+health")).ShouldBe("I have not yet connected to Discord.");
    }

    [Fact]
    public async Task NodeInfo_Asked_TellsOfTheMachineWithoutNamingIt()
    {
        await using var rig = new CommandRig();

        var answer = await AskAsync(rig, "+nodeinfo");

        answer.ShouldMatch(@"^System: (Linux|Windows|macOS|Unix), \w+\nRuntime: \.NET \d+\.\d+\nProcessors: \d+\nMemory: [\d,]+ MB in use, [\d,]+ MB of it managed\nShards in this process: 0\nRunning since <t:\d+:R>$");
        answer.ShouldNotContain(Environment.MachineName);
    }

    [Theory]
    [InlineData("", "–")]
    [InlineData("0", "0")]
    [InlineData("0,1,2,3", "0-3")]
    [InlineData("0,2,3,7", "0, 2-3, 7")]
    public void Ranges_Numbers_AreShort(string numbers, string expected) =>
        ShardRanges.Of([.. numbers.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, null))]).ShouldBe(expected);

    [Fact]
    public async Task Invite_Asked_GivesALinkWithThePermissionsThatCommandsAndModulesNeed()
    {
        await using var rig = new CommandRig(services => services.AddTestCommand(
            TestCommands.Definition("ban") with { BotPermission = Permission.BanMembers }, _ => ""));

        var link = await AskAsync(rig, "+invite");

        var permissions = Permission.ViewChannel | Permission.SendMessages | Permission.SendMessagesInThreads
            | Permission.ReadMessageHistory | Permission.EmbedLinks | Permission.AttachFiles | Permission.BanMembers
            | Permission.KickMembers | Permission.ModerateMembers | Permission.MoveMembers | Permission.ManageMessages | Permission.ViewAuditLog;
        link.ShouldBe($"Add me to a server: <https://discord.com/oauth2/authorize?client_id=100&scope=bot%20applications.commands&permissions={(ulong)permissions}>");
    }

    [Fact]
    public async Task Invite_ModuleIsOff_AsksForNothingOfIt()
    {
        await using var rig = new CommandRig();
        rig.Configure(("Modules:Moderation:Enabled", "false"));

        var link = await AskAsync(rig, "+invite");

        const Permission talking = Permission.ViewChannel | Permission.SendMessages | Permission.SendMessagesInThreads
            | Permission.ReadMessageHistory | Permission.EmbedLinks | Permission.AttachFiles;
        link.ShouldEndWith($"&permissions={(ulong)talking}>");
    }

    [Fact]
    public async Task Support_SetOrNot_SaysWhere()
    {
        await using var rig = new CommandRig();

        (await AskAsync(rig, "+support")).ShouldBe("No place for support is set up for this bot. Its owner can set `Modules:Basics:SupportUrl`.");
        rig.Configure(("Modules:Basics:SupportUrl", "https://example.org/help"));
        (await AskAsync(rig, "+support")).ShouldBe("Help with me: https://example.org/help");
    }

    [Fact]
    public async Task Module_SwitchedOffWhileRunning_ItsCommandsAreGone()
    {
        await using var rig = new CommandRig();
        rig.Configure(("Modules:Basics:Enabled", "false"));

        (await rig.WriteAsync("+ping")).ShouldBeEmpty();
        (await rig.SlashAsync("ping")).ShouldHaveSingleItem().Message!.Content.ShouldBe("`/ping` is switched off at the moment.");
        rig.Configure(("Modules:Basics:Enabled", "true"));
        (await rig.WriteAsync("+ping")).ShouldHaveSingleItem();
    }

    private static async Task<string> AskAsync(CommandRig rig, string content) =>
        (await rig.WriteAsync(content)).ShouldHaveSingleItem().Message!.Content!;
}
