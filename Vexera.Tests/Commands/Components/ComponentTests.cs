using System.Net;
using Vexera.Core.Commands.Components;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Rest;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.Components;

/// <summary>Who may use a button or select, and how its use is answered.</summary>
public sealed class ComponentTests
{
    private readonly TaskCompletionSource<ComponentAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _uses;

    private static string Mine(string payload = "7") => Definition.IdFor(TestGuild.Plain.Id, payload);

    private static ComponentDefinition Definition { get; } = new() { Name = "pick" };

    [Fact]
    public async Task Use_ByItsCaller_ChangesTheMessageWhole()
    {
        await using var rig = Rig((context, _) => ValueTask.FromResult(ComponentAnswer.Replace(new Reply($"picked {context.Payload}"))));

        var call = (await rig.PressAsync(Mine("a:b"))).ShouldHaveSingleItem();

        call.Name.ShouldBe("update");
        call.Message!.Content.ShouldBe("picked a:b");
        call.Message.ShouldSatisfyAllConditions(
            message => message.Embeds.ShouldNotBeNull().ShouldBeEmpty(),
            message => message.Components.ShouldNotBeNull().ShouldBeEmpty(),
            message => message.Attachments.ShouldNotBeNull().ShouldBeEmpty());
    }

    [Fact]
    public async Task Use_BySomebodyElse_IsRefusedToThemAlone()
    {
        await using var rig = Rig(Replaced);

        var call = (await rig.PressAsync(Mine(), TestGuild.Owner)).ShouldHaveSingleItem();

        (call.Name, call.Ephemeral).ShouldBe(("respond", true));
        call.Message!.Content.ShouldBe("This is for <@3>, who used the command. Use it yourself to get your own.");
        call.Message.AllowedMentions.Parse.ShouldBeEmpty();
        _uses.ShouldBe(0);
    }

    [Fact]
    public async Task Use_OfOneForEverybody_IsAnyones()
    {
        await using var rig = Rig(Replaced);

        (await rig.PressAsync(Definition.IdFor(null, ""), TestGuild.Owner)).ShouldHaveSingleItem().Name.ShouldBe("update");
    }

    [Theory]
    [InlineData("gone:3:1")]
    [InlineData("gone")]
    [InlineData("")]
    [InlineData("::")]
    [InlineData("pick:x:1")]
    [InlineData("pick")]
    [InlineData(":3:1")]
    public async Task Use_OfWhatThereIsNotAnyMore_IsAnsweredKindly(string customId)
    {
        await using var rig = Rig(Replaced);

        var call = (await rig.PressAsync(customId)).ShouldHaveSingleItem();

        (call.Name, call.Ephemeral).ShouldBe(("respond", true));
        call.Message!.Content.ShouldNotBeNull().ShouldStartWith("I do not know this button any more");
        rig.Log.Lines.ShouldNotContain(line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Warning);
    }

    [Fact]
    public async Task Use_ModuleSwitchedOff_SaysSo()
    {
        await using var rig = new CommandRig(services => services.AddTestComponent(Definition, Replaced, "Basics"));
        rig.Configure(("Modules:Basics:Enabled", "false"));

        (await rig.PressAsync(Mine())).ShouldHaveSingleItem().Message!.Content.ShouldBe("This is switched off at the moment.");
        _uses.ShouldBe(0);
    }

    [Fact]
    public async Task Use_OfACommandsButton_TakesWhatTheCommandTakes()
    {
        await using var rig = new CommandRig(services => services
            .AddTestCommand(TestCommands.Definition("tidy") with { DefaultPermission = Permission.ManageGuild }, _ => "")
            .AddTestComponent(new ComponentDefinition { Name = "pick", Command = "tidy" }, Replaced));
        var anyones = Definition.IdFor(null, "");

        (await rig.PressAsync(anyones)).ShouldHaveSingleItem().Message!.Content.ShouldNotBeNull().ShouldContain("`/tidy` takes a permission");
        (await rig.PressAsync(anyones, TestGuild.Moderator)).ShouldHaveSingleItem().Name.ShouldBe("update");
        rig.Configure(("Commands:Disabled:0", "tidy"));
        (await rig.PressAsync(anyones, TestGuild.Moderator)).ShouldHaveSingleItem().Message!.Content.ShouldBe("`/tidy` is switched off at the moment.");
        _uses.ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Use_ThatFails_GivesAnIdThatFindsTheLogLine(bool singleUse)
    {
        await using var rig = new CommandRig(services => services.AddTestComponent(
            Definition with { SingleUse = singleUse }, (_, _) => throw new InvalidOperationException("the secret reason")));

        var calls = await rig.PressAsync(Mine());

        calls.Select(call => call.Name).ShouldBe(singleUse ? ["update", "follow-up"] : ["respond"]);
        calls[^1].Ephemeral.ShouldBeTrue();
        var told = calls[^1].Message!.Content!;
        told.ShouldNotContain("secret");
        var id = System.Text.RegularExpressions.Regex.Match(told, @"\*\*([2-9A-HJ-NP-Z]{6})\*\*").Groups[1].Value;
        id.Length.ShouldBe(6);
        rig.Log.Lines.Single(line => line.EventId == 10900).Text.ShouldSatisfyAllConditions(
            text => text.ShouldContain(id), text => text.ShouldContain("the secret reason"));
        if (singleUse)
            (calls[0].Message!.Content, calls[0].Message!.Components!.Count).ShouldBe((null, 0));
    }

    [Fact]
    public async Task Use_ThatTakesTooLong_IsGivenUpAndSaysSo()
    {
        await using var rig = Rig(async (_, cancellationToken) =>
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            return ComponentAnswer.Nothing;
        });
        await rig.HandleAsync(rig.PressOf(Mine()));
        rig.Time.Advance(InteractionPatience.Limit);
        await Eventually.UntilAsync(() => rig.Rest.Calls.Count == 1);

        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.Runner.WhenIdleAsync();

        rig.Rest.Calls.Select(call => call.Name).ShouldBe(["defer-update", "follow-up"]);
        rig.Rest.Calls[1].Message!.Content.ShouldNotBeNull().ShouldStartWith("That took too long");
    }

    [Fact]
    public async Task Use_ThatIsSlow_IsAcknowledgedBeforeThreeSecondsAndAnsweredLater()
    {
        await using var rig = Rig(Awaited);
        await rig.HandleAsync(rig.PressOf(Mine()));

        rig.Time.Advance(InteractionPatience.Limit - TimeSpan.FromMilliseconds(1));
        rig.Rest.Calls.ShouldBeEmpty();
        rig.Time.Advance(TimeSpan.FromMilliseconds(1));
        await Eventually.UntilAsync(() => rig.Rest.Calls.Count == 1);
        _answer.SetResult(ComponentAnswer.Replace(new Reply("done")).AndTell(new Reply("by the way")));
        await rig.Runner.WhenIdleAsync();

        rig.Rest.Calls.Select(call => call.Name).ShouldBe(["defer-update", "edit-response", "follow-up"]);
        rig.Rest.Calls[1].Message!.Content.ShouldBe("done");
        rig.Rest.Calls[2].Ephemeral.ShouldBeTrue();
        InteractionPatience.Limit.ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Use_Twice_WhileTheFirstIsAtWork_IsOnlyAcknowledged()
    {
        await using var rig = Rig(Awaited);
        await rig.HandleAsync(rig.PressOf(Mine()));

        await rig.HandleAsync(rig.PressOf(Mine()));
        await Eventually.UntilAsync(() => rig.Rest.Calls.Count == 1);
        rig.Rest.Calls[0].Name.ShouldBe("defer-update");
        _answer.SetResult(ComponentAnswer.Replace(new Reply("done")));
        await rig.Runner.WhenIdleAsync();

        _uses.ShouldBe(1);
        rig.Rest.Calls.Select(call => call.Name).ShouldBe(["defer-update", "update"]);
    }

    [Fact]
    public async Task Use_WithoutAnswer_IsAcknowledged()
    {
        await using var rig = Rig((_, _) => ValueTask.FromResult(ComponentAnswer.Nothing));

        (await rig.PressAsync(Mine())).ShouldHaveSingleItem().Name.ShouldBe("defer-update");
    }

    [Fact]
    public async Task Use_AfterARestart_IsAnsweredByTheNewProcess()
    {
        string id;
        await using var old = Rig(Replaced);
        id = Mine("kept");

        await using var rig = new CommandRig(services => services.AddTestComponent(Definition, (context, _) =>
            ValueTask.FromResult(ComponentAnswer.Replace(new Reply(context.Payload)))), before: old);

        (await rig.PressAsync(id)).ShouldHaveSingleItem().Message!.Content.ShouldBe("kept");
    }

    [Theory]
    [InlineData("update", true, "update", "response", "edit-response")]
    [InlineData("update", false, "update", "response")]
    [InlineData("tell", true, "respond", "response", "follow-up")]
    [InlineData("tell", false, "respond", "response")]
    [InlineData("nothing", true, "defer-update")]
    public async Task Use_AcknowledgedByAnEarlierProcess_IsAnsweredOnce(string kind, bool ofTheMessage, params string[] expected)
    {
        await using var rig = Rig((_, _) => ValueTask.FromResult(kind switch
        {
            "update" => ComponentAnswer.Replace(new Reply("new")),
            "tell" => ComponentAnswer.Tell(new Reply("note")),
            _ => ComponentAnswer.Nothing,
        }));
        rig.Rest.ResponseId = ofTheMessage ? Presses.Message : null;
        rig.Rest.Answer = call => call.Name == expected[0]
            ? throw RecordingRest.Refusal(DiscordErrorCodes.AlreadyAcknowledged, HttpStatusCode.BadRequest)
            : Task.CompletedTask;

        (await rig.PressAsync(Mine())).Select(call => call.Name).ShouldBe(expected);
        rig.Log.Lines.ShouldNotContain(line => line.EventId == 10901);
    }

    [Fact]
    public async Task Use_DiscordRefusesTheAnswer_IsLoggedAndTheNextIsAnswered()
    {
        await using var rig = Rig(Replaced);
        rig.Rest.Answer = _ => throw RecordingRest.Refusal(10062, HttpStatusCode.NotFound);
        await rig.PressAsync(Mine());
        rig.Rest.Answer = _ => Task.CompletedTask;

        (await rig.PressAsync(Mine())).ShouldHaveSingleItem().Name.ShouldBe("update");
        rig.Log.Lines.Count(line => line.EventId == 10901).ShouldBe(1);
    }

    [Fact]
    public async Task Use_OfASelect_CarriesWhatWasChosen()
    {
        IReadOnlyList<string> chosen = [];
        await using var rig = Rig((context, _) =>
        {
            chosen = context.Values;
            return ValueTask.FromResult(ComponentAnswer.Nothing);
        });
        var press = rig.PressOf(Mine());

        await rig.HandleAsync(press with { Data = press.Data! with { Values = ["a", "b"] } });
        await rig.Runner.WhenIdleAsync();

        chosen.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void IdFor_LongerThanDiscordTakes_IsAnErrorOfTheProgram() =>
        Should.Throw<InvalidOperationException>(() => Definition.IdFor(TestGuild.Plain.Id, new string('x', 100)));

    [Theory]
    [InlineData("Upper")]
    [InlineData("with:colon")]
    [InlineData("")]
    public void Catalog_NameThatIsNone_IsRefused(string name) =>
        Should.Throw<InvalidOperationException>(() => new ComponentCatalog([new(new() { Name = name }, "Test", Replaced)], new([])));

    [Fact]
    public void Catalog_TwoOfOneNameOrAnUnknownCommand_IsRefused()
    {
        var entry = new ComponentEntry(Definition, "Test", Replaced);
        Should.Throw<InvalidOperationException>(() => new ComponentCatalog([entry, entry], new([])));
        Should.Throw<InvalidOperationException>(() => new ComponentCatalog([entry with { Definition = Definition with { Command = "gone" } }], new([])));
    }

    [Fact]
    public async Task Catalog_OfTheWholeBot_IsSound()
    {
        await using var rig = new CommandRig();

        rig.Get<ComponentCatalog>().Find("page").ShouldNotBeNull();
    }

    private ValueTask<ComponentAnswer> Replaced(ComponentContext context, CancellationToken cancellationToken)
    {
        _uses++;
        return ValueTask.FromResult(ComponentAnswer.Replace(new Reply("new")));
    }

    private async ValueTask<ComponentAnswer> Awaited(ComponentContext context, CancellationToken cancellationToken)
    {
        _uses++;
        return await _answer.Task;
    }

    private static CommandRig Rig(ComponentUse use) => new(services => services.AddTestComponent(Definition, use));
}
