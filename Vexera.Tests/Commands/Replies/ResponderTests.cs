using System.Net;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.Replies;

/// <summary>Answers on their way to Discord, in both forms.</summary>
public sealed class ResponderTests
{
    [Fact]
    public async Task SameMessage_HandledTwice_IsAnsweredWithTheSameNonce()
    {
        await using var rig = new CommandRig();
        var message = rig.MessageOf("+ping");

        await rig.HandleAsync(message);
        await rig.HandleAsync(message);
        await rig.Runner.WhenIdleAsync();

        rig.Rest.Calls.Select(call => call.Message!.Nonce).ShouldBe([$"v{message.Id}", $"v{message.Id}"]);
    }

    [Fact]
    public async Task Prefix_MayNotWriteInTheChannel_IsQuietAndLoggedOnce()
    {
        await using var rig = new CommandRig();

        (await rig.WriteAsync("+ping", channel: TestGuild.Silent)).ShouldBeEmpty();
        (await rig.WriteAsync("+ping", channel: TestGuild.Silent)).ShouldBeEmpty();

        rig.Log.Lines.Count(line => line.EventId == 5002).ShouldBe(1);
    }

    [Theory]
    [InlineData(10003)]
    [InlineData(50001)]
    [InlineData(50007)]
    [InlineData(50013)]
    public async Task Prefix_DiscordRefusesTheAnswer_IsQuietAndLoggedOnce(int code)
    {
        await using var rig = new CommandRig();
        rig.Rest.Answer = _ => throw RecordingRest.Refusal(code);

        await rig.WriteAsync("+ping");
        await rig.WriteAsync("+ping");

        rig.Rest.Calls.Count.ShouldBe(2);
        rig.Log.Lines.Count(line => line.EventId == 5002).ShouldBe(1);
        rig.Log.Lines.ShouldNotContain(line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Warning);
    }

    [Fact]
    public async Task Prefix_DiscordFails_IsLoggedAndTheNextIsAnswered()
    {
        await using var rig = new CommandRig();
        rig.Rest.Answer = _ => throw RecordingRest.Refusal(0, HttpStatusCode.InternalServerError);
        await rig.WriteAsync("+ping");
        rig.Rest.Answer = _ => Task.CompletedTask;

        (await rig.WriteAsync("+ping")).ShouldHaveSingleItem();
        rig.Log.Lines.Count(line => line.EventId == 5001).ShouldBe(1);
    }

    [Fact]
    public async Task Prefix_InAThread_NeedsThePermissionForThreads()
    {
        await using var rig = new CommandRig();

        (await rig.WriteAsync("+ping", channel: TestGuild.Thread)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Prefix_MayNotReadHistory_AnswersWithoutReference()
    {
        await using var rig = new CommandRig();
        var everyone = TestGuild.State.Roles[TestGuild.Id];
        var blind = everyone with { Permissions = everyone.Permissions & ~Permission.ReadMessageHistory };
        rig.Guilds.Set(TestGuild.State with { Roles = TestGuild.State.Roles.SetItem(TestGuild.Id, blind) });

        (await rig.WriteAsync("+ping")).ShouldHaveSingleItem().Message!.MessageReference.ShouldBeNull();
    }

    [Fact]
    public async Task Prefix_GuildUnknown_LetsDiscordDecide()
    {
        await using var rig = new CommandRig();
        var message = rig.MessageOf("+ping") with { GuildId = new Snowflake(999), ChannelId = new Snowflake(998) };

        await rig.HandleAsync(message);
        await rig.Runner.WhenIdleAsync();

        rig.Rest.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Reply_WithEmbedsButtonsAndFiles_CarriesThemInBothForms()
    {
        var embed = new Embed { Title = "Case 1" };
        var row = ActionRow.Of(new Button { Style = ButtonStyle.Primary, Label = "Press", CustomId = "test:1:" });
        var file = new OutgoingFile("a.txt", "text"u8.ToArray());
        await using var rig = new CommandRig(services => services.AddTestCommand(TestCommands.Definition("card"), (_, _) =>
            ValueTask.FromResult(new Reply("") { Embeds = [embed], Components = [row], Files = [file] })));

        var everyone = TestGuild.State.Roles[TestGuild.Id];
        var allowed = everyone with { Permissions = everyone.Permissions | Permission.EmbedLinks | Permission.AttachFiles };
        rig.Guilds.Set(TestGuild.State with { Roles = TestGuild.State.Roles.SetItem(TestGuild.Id, allowed) });

        var sent = (await rig.WriteAsync("+card")).Concat(await rig.SlashAsync("card")).ToList();

        sent.Select(call => call.Name).ShouldBe(["create", "respond"]);
        sent.ShouldAllBe(call => call.Message!.Embeds!.Single() == embed && call.Message.Components!.Single() == row);
        sent.ShouldAllBe(call => call.Message!.Files.Single() == file && call.Message.Content == null);
    }
}
