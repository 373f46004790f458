using Vexera.Core.Commands.Components.Confirmations;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Scheduling;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.Components.Confirmations;

/// <summary>Questions before something is done: asked once, answered once, by the caller, in time.</summary>
public sealed class ConfirmationTests
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);
    private readonly WipeLog _log = new();

    public static TheoryData<bool> Forms => [false, true];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Question_Asked_SaysUntilWhenAndDoesNothingYet(bool slash)
    {
        await using var rig = WipeCommand.Rig(_log);

        var asked = await AskAsync(rig, slash);

        asked.Message!.Content.ShouldNotBeNull()
            .ShouldEndWith($"The question expires <t:{(rig.Time.GetUtcNow() + Lifetime).ToUnixTimeSeconds()}:R>; without an answer nothing happens.");
        asked.Buttons().Keys.ShouldBe(["Yes", "No"]);
        _log.Calls.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Yes_Pressed_DoesItAndTakesTheButtonsAway(bool slash)
    {
        await using var rig = WipeCommand.Rig(_log);
        var asked = await AskAsync(rig, slash);

        var answer = (await rig.PressAsync(asked, "Yes", TestGuild.Moderator)).ShouldHaveSingleItem();

        (answer.Name, answer.Message!.Content, answer.Message.Components!.Count).ShouldBe(("update", "wiped everything", 0));
        _log.Calls.ShouldBe([(slash ? "/wipe" : "+wipe", "everything", TestGuild.Moderator.Id)]);
    }

    [Fact]
    public async Task No_Pressed_DoesNothingAndTakesTheButtonsAway()
    {
        await using var rig = WipeCommand.Rig(_log);
        var asked = await AskAsync(rig);

        var answer = (await rig.PressAsync(asked, "No", TestGuild.Moderator)).ShouldHaveSingleItem();
        var late = (await rig.PressAsync(asked, "Yes", TestGuild.Moderator)).ShouldHaveSingleItem();

        (answer.Message!.Content, answer.Message.Components!.Count).ShouldBe(("All right, nothing was done.", 0));
        (late.Name, late.Message!.Content, late.Message.Components!.Count).ShouldBe(("update", null, 0));
        _log.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Yes_PressedBySomebodyElse_DoesNothing()
    {
        await using var rig = WipeCommand.Rig(_log);
        var asked = await AskAsync(rig);

        (await rig.PressAsync(asked, "Yes", TestGuild.Owner)).ShouldHaveSingleItem().Message!.Content.ShouldNotBeNull().ShouldStartWith("This is for <@2>");
        _log.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Yes_PressedInTwoClientsAtOnce_IsDoneOnce()
    {
        await using var rig = WipeCommand.Rig(_log);
        var wiping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _log.Work = _ => wiping.Task;
        var asked = await AskAsync(rig);
        var id = asked.Buttons()["Yes"].CustomId!;

        // Another message id is what a second view of it would have: the memory of what is at work does not help here.
        await rig.HandleAsync(rig.PressOf(id, TestGuild.Moderator));
        await rig.HandleAsync(rig.PressOf(id, TestGuild.Moderator) with { Message = rig.MessageOf("") });
        await rig.HandleAsync(rig.PressOf(asked.Buttons()["No"].CustomId!, TestGuild.Moderator));
        await Eventually.UntilAsync(() => rig.Rest.Calls.Count(call => call.Name == "update") >= 2);
        wiping.SetResult();
        await rig.Runner.WhenIdleAsync();

        _log.Calls.Count.ShouldBeLessThanOrEqualTo(1);
        rig.Rest.Calls.Count(call => call.Message?.Content is "wiped everything" or "All right, nothing was done.").ShouldBe(1);
    }

    [Fact]
    public async Task Yes_PressedAgainAfterwards_IsDoneOnce()
    {
        await using var rig = WipeCommand.Rig(_log);
        var asked = await AskAsync(rig);

        await rig.PressAsync(asked, "Yes", TestGuild.Moderator);
        await rig.PressAsync(asked, "Yes", TestGuild.Moderator);

        _log.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Yes_CallerHasLostThePermission_IsRefusedAndCanBeAnsweredLater()
    {
        await using var rig = WipeCommand.Rig(_log);
        var asked = await AskAsync(rig);
        var press = rig.PressOf(asked.Buttons()["Yes"].CustomId!, TestGuild.Moderator);

        await rig.HandleAsync(press with { Member = press.Member! with { Permissions = Vexera.Core.Discord.Permissions.Permission.ViewChannel } });
        await rig.Runner.WhenIdleAsync();
        rig.Rest.Calls[^1].Message!.Content.ShouldNotBeNull().ShouldContain("takes a permission that you do not have");
        _log.Calls.ShouldBeEmpty();
        await rig.PressAsync(asked, "Yes", TestGuild.Moderator);

        _log.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Yes_ThatFails_SaysSoOnceAndIsNotTriedAgain()
    {
        await using var rig = WipeCommand.Rig(_log);
        _log.Work = _ => throw new InvalidOperationException();
        var asked = await AskAsync(rig);

        (await rig.PressAsync(asked, "Yes", TestGuild.Moderator)).Select(call => call.Name).ShouldBe(["update", "follow-up"]);
        (await rig.PressAsync(asked, "Yes", TestGuild.Moderator)).ShouldHaveSingleItem().Name.ShouldBe("update");

        _log.Calls.ShouldHaveSingleItem();
        rig.Log.Lines.Count(line => line.EventId == 10900).ShouldBe(1);
    }

    [Fact]
    public async Task Yes_ThatIsSlow_IsAcknowledgedAndEditedIn()
    {
        await using var rig = WipeCommand.Rig(_log);
        var wiping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _log.Work = _ => wiping.Task;
        var asked = await AskAsync(rig);
        var before = rig.Rest.Calls.Count;
        await rig.HandleAsync(rig.PressOf(asked.Buttons()["Yes"].CustomId!, TestGuild.Moderator));
        await Eventually.UntilAsync(() => !_log.Calls.IsEmpty);

        rig.Time.Advance(InteractionPatience.Limit);
        await Eventually.UntilAsync(() => rig.Rest.Calls.Count > before);
        wiping.SetResult();
        await rig.Runner.WhenIdleAsync();

        rig.Rest.Calls.Skip(before).Select(call => call.Name).ShouldBe(["defer-update", "edit-response"]);
        rig.Rest.Calls[^1].Message!.Content.ShouldBe("wiped everything");
    }

    [Fact]
    public async Task Yes_AfterARestart_DoesIt()
    {
        await using var old = WipeCommand.Rig(_log);
        var asked = await AskAsync(old);

        await using var rig = WipeCommand.Rig(_log, old);
        (await rig.PressAsync(asked, "Yes", TestGuild.Moderator)).ShouldHaveSingleItem().Message!.Content.ShouldBe("wiped everything");

        _log.Calls.ShouldHaveSingleItem().Call.ShouldBe("+wipe");
    }

    [Fact]
    public async Task Yes_ProcessKilledInTheMidstOfIt_IsBegunAnewByTheSamePressOnly()
    {
        await using var old = WipeCommand.Rig(_log);
        var never = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _log.Work = _ => never.Task;
        var asked = await AskAsync(old);
        var press = old.PressOf(asked.Buttons()["Yes"].CustomId!, TestGuild.Moderator);
        await old.HandleAsync(press);
        await Eventually.UntilAsync(() => !_log.Calls.IsEmpty);

        await using (var rig = WipeCommand.Rig(_log, old))
        {
            _log.Work = _ => Task.CompletedTask;
            await rig.PressAsync(asked, "Yes", TestGuild.Moderator);
            _log.Calls.Count.ShouldBe(1);
            await rig.HandleAsync(press);
            await rig.Runner.WhenIdleAsync();
            _log.Calls.Count.ShouldBe(2);
            await rig.HandleAsync(press);
            await rig.Runner.WhenIdleAsync();
            _log.Calls.Count.ShouldBe(2);
        }

        never.SetResult();
        await old.Runner.WhenIdleAsync();
    }

    [Theory]
    [InlineData(false, "edit")]
    [InlineData(true, "edit-response")]
    public async Task Question_NotAnsweredInTime_LosesItsButtonsByItself(bool slash, string call)
    {
        await using var rig = WipeCommand.Rig(_log);
        var engine = rig.Get<DueWorkEngine>();
        await engine.StartAsync(TestContext.Current.CancellationToken);
        var asked = await AskAsync(rig, slash);

        await LetPassAsync(rig, Lifetime, () => rig.Rest.Calls.Any(made => made.Name == call));
        var expired = rig.Rest.Calls[^1];
        var late = await rig.PressAsync(asked, "Yes", TestGuild.Moderator);

        expired.Message!.Content.ShouldNotBeNull().ShouldStartWith("The question has expired without an answer; nothing was done.");
        expired.Message.Components.ShouldNotBeNull().ShouldBeEmpty();
        late[0].Message!.Components.ShouldNotBeNull().ShouldBeEmpty();
        _log.Calls.ShouldBeEmpty();
        await engine.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(false, "edit")]
    [InlineData(true, "edit-response")]
    public async Task Question_ThatExpiredWhileTheBotWasDown_LosesItsButtonsAtTheStart(bool slash, string call)
    {
        await using var old = WipeCommand.Rig(_log);
        await AskAsync(old, slash);
        old.Time.Advance(Lifetime);

        await using var rig = WipeCommand.Rig(_log, old);
        var engine = rig.Get<DueWorkEngine>();
        await engine.StartAsync(TestContext.Current.CancellationToken);

        await Eventually.UntilAsync(() => rig.Rest.Calls.Any(made => made.Name == call));
        await engine.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Yes_PressedTooLate_SaysSoAndDoesNothing()
    {
        await using var rig = WipeCommand.Rig(_log);
        var asked = await AskAsync(rig);

        rig.Time.Advance(Lifetime);
        var late = (await rig.PressAsync(asked, "Yes", TestGuild.Moderator)).ShouldHaveSingleItem();

        (late.Name, late.Message!.Components!.Count).ShouldBe(("update", 0));
        late.Message.Content.ShouldNotBeNull().ShouldStartWith("The question has expired");
        _log.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Yes_PressedInTheLastInstant_Counts()
    {
        await using var rig = WipeCommand.Rig(_log);
        var asked = await AskAsync(rig);

        rig.Time.Advance(Lifetime - TimeSpan.FromMilliseconds(1));
        await rig.PressAsync(asked, "Yes", TestGuild.Moderator);

        _log.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Expiry_OfAnAnsweredQuestion_LeavesTheMessageAndForgetsTheQuestion()
    {
        await using var rig = WipeCommand.Rig(_log);
        var asked = await AskAsync(rig);
        await rig.PressAsync(asked, "No", TestGuild.Moderator);
        var before = rig.Rest.Calls.Count;

        (await ExpireAsync(rig, asked)).ShouldBe(DueOutcome.Done);

        rig.Rest.Calls.Count.ShouldBe(before);
        (await rig.PressAsync(asked, "Yes", TestGuild.Moderator))[^1].Message!.Content.ShouldNotBeNull().ShouldStartWith("This question is closed.");
    }

    [Fact]
    public async Task Expiry_DiscordDoesNotAnswer_IsTriedAgainAndGivenUpInTheEnd()
    {
        await using var rig = WipeCommand.Rig(_log);
        var asked = await AskAsync(rig);
        rig.Rest.Answer = _ => throw new Vexera.Core.Rest.DiscordUnreachableException("PATCH", "no answer");

        (await ExpireAsync(rig, asked)).Decision.ShouldBe(DueDecision.Retry);
        (await ExpireAsync(rig, asked, attempt: 5)).ShouldBe(DueOutcome.Done);
    }

    [Fact]
    public async Task Expiry_MessageIsGone_IsDone()
    {
        await using var rig = WipeCommand.Rig(_log);
        var asked = await AskAsync(rig);
        rig.Rest.Answer = _ => throw RecordingRest.Refusal(10008, System.Net.HttpStatusCode.NotFound);

        (await ExpireAsync(rig, asked)).ShouldBe(DueOutcome.Done);

        rig.Log.Lines.Count(line => line.EventId == 10903).ShouldBe(1);
    }

    [Fact]
    public async Task SameCall_HandledTwice_AsksOneQuestion()
    {
        await using var rig = WipeCommand.Rig(_log);
        var message = rig.MessageOf("+wipe", TestGuild.Moderator);
        await rig.HandleAsync(message);
        await rig.Runner.WhenIdleAsync();
        await rig.PressAsync(rig.Rest.Calls[0], "Yes", TestGuild.Moderator);

        await rig.HandleAsync(message);
        await rig.Runner.WhenIdleAsync();
        await rig.PressAsync(rig.Rest.Calls[^1], "Yes", TestGuild.Moderator);

        _log.Calls.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.maybe")]
    [InlineData("x.y")]
    public async Task Answer_OfAnotherVersion_ClosesTheQuestion(string payload)
    {
        await using var rig = WipeCommand.Rig(_log);

        (await rig.PressAsync(ConfirmationAnswer.Definition.IdFor(TestGuild.Moderator.Id, payload), TestGuild.Moderator))
            .Select(call => call.Name).ShouldBe(["update", "follow-up"]);
    }

    private static async Task<RestCall> AskAsync(CommandRig rig, bool slash = false) =>
        (slash ? await rig.SlashAsync("wipe", user: TestGuild.Moderator) : await rig.WriteAsync("+wipe", TestGuild.Moderator)).ShouldHaveSingleItem();

    private static Task<DueOutcome> ExpireAsync(CommandRig rig, RestCall asked, int attempt = 1)
    {
        var key = asked.Buttons()["Yes"].CustomId!.Split(':')[2].Split('.')[0];
        return rig.Get<ConfirmationExpiry>().HandleAsync(
            new DueWork(ConfirmationExpiry.WorkKind, key, rig.Time.GetUtcNow(), ""), attempt, TestContext.Current.CancellationToken);
    }

    // The engine looks at the clock when it is awake; time is let pass until it has.
    private static async Task LetPassAsync(CommandRig rig, TimeSpan time, Func<bool> happened)
    {
        rig.Time.Advance(time);
        await Eventually.UntilAsync(() =>
        {
            rig.Time.Advance(TimeSpan.FromSeconds(1));
            return happened();
        });
    }
}
