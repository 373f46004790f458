using System.Net;
using Vexera.Core.Shards;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.Registration;

/// <summary>Slash commands are sent to Discord when they differ from what it has, and only then.</summary>
public sealed class CommandRegistrarTests
{
    [Fact]
    public async Task Start_NothingRegistered_RegistersEveryCommandOnce()
    {
        await using var rig = new CommandRig();

        await StartAsync(rig);

        Count(rig, "overwrite").ShouldBe(1);
        rig.Rest.Commands.Select(command => command.Name)
            .ShouldBe(["help", "ping", "about", "health", "nodeinfo", "invite", "support", "prefix", "locale", "userlocale", "perms", "settings"]);
        rig.Rest.Commands.Single(command => command.Name == "prefix").ShouldSatisfyAllConditions(
            prefix => prefix.DefaultMemberPermissions.ShouldBeNull("a permission node may open it to anyone"),
            prefix => prefix.Contexts.ShouldBe([0]),
            prefix => prefix.Options!.ShouldHaveSingleItem().Required.ShouldBeNull());
        rig.Rest.Commands.Single(command => command.Name == "ping").Contexts.ShouldBe([0, 1]);
    }

    [Fact]
    public async Task Restart_NothingChanged_SendsNothing()
    {
        await using var first = new CommandRig();
        await StartAsync(first);
        await first.StopAsync();
        await using var second = new CommandRig(before: first);

        await StartAsync(second);

        Count(second, "commands").ShouldBe(2);
        Count(second, "overwrite").ShouldBe(1);
    }

    [Fact]
    public async Task Restart_DiscordFillsInAndReorders_SendsNothing()
    {
        await using var first = new CommandRig();
        await StartAsync(first);
        await first.StopAsync();
        first.Rest.Commands =
        [
            .. first.Rest.Commands.Reverse().Select(command => command with
            {
                Id = new Vexera.Core.Discord.Snowflake(1),
                Options = command.Options is null ? [] : [.. command.Options.Select(option => option with { Required = option.Required ?? false })],
                Contexts = command.Contexts is null ? null : [.. command.Contexts.Reverse()],
                NameLocalizations = (command.NameLocalizations ?? new Dictionary<string, string>()).Reverse().ToDictionary(),
            }),
        ];
        await using var second = new CommandRig(before: first);

        await StartAsync(second);

        Count(second, "overwrite").ShouldBe(1);
    }

    [Fact]
    public async Task Restart_OneDescriptionDiffers_RegistersAgain()
    {
        await using var first = new CommandRig();
        await StartAsync(first);
        await first.StopAsync();
        first.Rest.Commands = [first.Rest.Commands[0] with { Description = "Old." }, .. first.Rest.Commands.Skip(1)];
        await using var second = new CommandRig(before: first);

        await StartAsync(second);

        Count(second, "overwrite").ShouldBe(2);
    }

    [Fact]
    public async Task SwitchedOffWhileRunning_LeavesDiscordsListAndComesBack()
    {
        await using var rig = new CommandRig();
        await StartAsync(rig);

        rig.Configure(("Commands:Disabled:0", "PING"));
        await Eventually.UntilAsync(() => rig.Rest.Commands.All(command => command.Name != "ping"));
        rig.Configure(("Commands:Disabled:0", null));
        await Eventually.UntilAsync(() => rig.Rest.Commands.Any(command => command.Name == "ping"));
        rig.Configure(("Modules:Basics:Enabled", "false"));
        await Eventually.UntilAsync(() => rig.Rest.Commands.All(command => command.Name != "help"));
        await rig.StopAsync();
    }

    [Fact]
    public async Task UnknownNameSwitchedOff_IsWarnedOf()
    {
        await using var rig = new CommandRig(settings: ("Commands:Disabled:0", "pong"));

        await StartAsync(rig);

        rig.Log.Lines.Single(line => line.EventId == 5022).Text.ShouldContain("'pong'");
    }

    [Fact]
    public async Task Discord_RefusesOrIsAway_IsAskedAgainLater()
    {
        await using var rig = new CommandRig();
        rig.Rest.Answer = _ => throw RecordingRest.Refusal(0, HttpStatusCode.InternalServerError);
        await rig.StartAsync();
        await Eventually.UntilAsync(() => rig.Log.Lines.Any(line => line.EventId == 5012));

        rig.Rest.Answer = _ => Task.CompletedTask;
        await Eventually.UntilAsync(() =>
        {
            rig.Time.Advance(TimeSpan.FromSeconds(5));
            return rig.Rest.Commands.Count > 0;
        });
        await rig.StopAsync();
    }

    [Fact]
    public async Task ProcessWithoutShardZero_LeavesItToTheOther()
    {
        await using var rig = new CommandRig();
        rig.Fleet.Shards = [new ShardStatus(1, ShardState.Ready, DateTimeOffset.UnixEpoch, null, null)];

        await rig.StartAsync();
        await rig.StopAsync();

        rig.Rest.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task OwnersCommand_HasNoSlashForm()
    {
        await using var rig = new CommandRig(services => services.AddTestCommand(
            TestCommands.Definition("proclaim") with { OwnerOnly = true }, _ => "proclaimed"));

        await StartAsync(rig);

        rig.Rest.Commands.ShouldNotContain(command => command.Name == "proclaim");
    }

    private static async Task StartAsync(CommandRig rig)
    {
        await rig.StartAsync();
        await Eventually.UntilAsync(() => rig.Log.Lines.Any(line => line.EventId is 5010 or 5011));
    }

    private static int Count(CommandRig rig, string call) => rig.Rest.Calls.Count(one => one.Name == call);
}
