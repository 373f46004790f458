using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Telemetry.Reading;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.Execution;

/// <summary>What happens to a call that takes long, fails, or comes twice.</summary>
public sealed class ExecutionTests
{
    private readonly TaskCompletionSource<Reply> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Failure_ByPrefix_GivesAnIdThatFindsTheLogLine()
    {
        await using var rig = Rig();
        _answer.SetException(new InvalidOperationException("the secret reason"));

        var answer = (await rig.WriteAsync("+slow")).ShouldHaveSingleItem().Message!.Content!;

        answer.ShouldStartWith("Something went wrong with `+slow`, and it is not your doing.");
        answer.ShouldNotContain("secret");
        var id = System.Text.RegularExpressions.Regex.Match(answer, @"\*\*([2-9A-HJ-NP-Z]{6})\*\*").Groups[1].Value;
        id.Length.ShouldBe(6);
        rig.Log.Lines.Single(line => line.EventId == 5000).Text.ShouldSatisfyAllConditions(
            text => text.ShouldContain(id), text => text.ShouldContain("the secret reason"));
    }

    [Fact]
    public async Task Failure_BySlash_IsForTheCallerOnly()
    {
        await using var rig = Rig();
        _answer.SetException(new InvalidOperationException());

        (await rig.SlashAsync("slow")).ShouldHaveSingleItem().Ephemeral.ShouldBeTrue();
    }

    [Fact]
    public async Task Failure_OfOneCommand_LeavesTheNextAlone()
    {
        await using var rig = Rig();
        _answer.SetException(new InvalidOperationException());
        await rig.WriteAsync("+slow");

        (await rig.WriteAsync("+ping")).ShouldHaveSingleItem().Message!.Content.ShouldNotBeNull().ShouldStartWith("Pong!");
        (await rig.WriteAsync("+slow")).ShouldHaveSingleItem().Message!.Content.ShouldNotBeNull().ShouldStartWith("Something went wrong");
    }

    [Fact]
    public async Task StillRunning_SameUserAndCommand_SaysSo()
    {
        await using var rig = Rig();
        await rig.BeginWriteAsync("+slow");

        await rig.BeginWriteAsync("+slow");
        await Eventually.UntilAsync(() => rig.Rest.Calls.Count == 1);
        rig.Rest.Calls[0].Message!.Content.ShouldBe("I am still working on your last `+slow`.");
        await rig.BeginWriteAsync("+slow", TestGuild.Moderator);
        _answer.SetResult(new Reply("done"));
        await rig.Runner.WhenIdleAsync();

        rig.Rest.Calls.Skip(1).Select(call => call.Message!.Content).ShouldBe(["done", "done"]);
        (await rig.WriteAsync("+slow")).ShouldHaveSingleItem().Message!.Content.ShouldBe("done");
    }

    [Fact]
    public async Task Slash_TakesLong_IsDeferredBeforeThreeSecondsAndEditedIn()
    {
        await using var rig = Rig();
        await rig.BeginSlashAsync("slow");

        rig.Time.Advance(InteractionPatience.Limit - TimeSpan.FromMilliseconds(1));
        rig.Rest.Calls.ShouldBeEmpty();
        rig.Time.Advance(TimeSpan.FromMilliseconds(1));
        await Eventually.UntilAsync(() => rig.Rest.Calls.Count == 1);
        rig.Rest.Calls[0].Name.ShouldBe("defer");
        _answer.SetResult(new Reply("done"));
        await rig.Runner.WhenIdleAsync();

        rig.Rest.Calls.Select(call => call.Name).ShouldBe(["defer", "edit-response"]);
        rig.Rest.Calls[1].Message!.Content.ShouldBe("done");
        InteractionPatience.Limit.ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Slash_WaitedLongInTheQueue_IsDeferredAtOnce()
    {
        await using var rig = Rig();
        rig.Delay(InteractionPatience.Limit);
        await rig.BeginSlashAsync("slow");

        await Eventually.UntilAsync(() => rig.Rest.Calls.Count == 1);
        rig.Rest.Calls[0].Name.ShouldBe("defer");
        _answer.SetResult(new Reply("done"));
        await rig.Runner.WhenIdleAsync();
    }

    [Fact]
    public async Task TakesTooLong_IsCancelledAndSaysSo()
    {
        await using var rig = new CommandRig(services => services.AddTestCommand(TestCommands.Definition("stuck"), async (_, cancellationToken) =>
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            return new Reply("never");
        }));
        await rig.BeginWriteAsync("+stuck");

        rig.Time.Advance(TimeSpan.FromMinutes(1));
        await rig.Runner.WhenIdleAsync();

        rig.Rest.Calls.ShouldHaveSingleItem().Message!.Content.ShouldNotBeNull().ShouldStartWith("`+stuck` took too long, so I gave it up.");
        rig.Log.Lines.Count(line => line.EventId == 5000).ShouldBe(1);
    }

    [Fact]
    public async Task Call_ThatTakesItsTime_IsTimedByCommand()
    {
        await using var rig = Rig();
        var meters = rig.Get<IMeterValues>();
        await rig.BeginWriteAsync("+slow");
        rig.Time.Advance(TimeSpan.FromSeconds(3));
        _answer.SetResult(new Reply("done"));
        await rig.Runner.WhenIdleAsync();

        var times = meters.Read("vexera.commands.duration").ShouldHaveSingleItem();

        times.Tag("command").ShouldBe("slow");
        times.Count.ShouldBe(1);
        times.Sum.ShouldBe(3);
    }

    [Fact]
    public async Task Stop_WithACallAtWork_WaitsForItsAnswer()
    {
        await using var rig = Rig();
        await rig.BeginWriteAsync("+slow");

        var stopping = rig.Runner.StopAsync(TestContext.Current.CancellationToken);
        stopping.IsCompleted.ShouldBeFalse();
        _answer.SetResult(new Reply("done"));
        await stopping;

        rig.Rest.Calls.ShouldHaveSingleItem().Message!.Content.ShouldBe("done");
    }

    [Fact]
    public async Task MoreThanMayRun_WaitTheirTurn()
    {
        await using var rig = Rig(("Commands:MaxRunning", "1"));
        await rig.BeginWriteAsync("+slow");

        var second = rig.BeginWriteAsync("+ping");
        second.IsCompleted.ShouldBeFalse();
        _answer.SetResult(new Reply("done"));
        await second;
        await rig.Runner.WhenIdleAsync();

        rig.Rest.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Message_OfABotAWebhookOrTheSystem_IsNoCall()
    {
        await using var rig = new CommandRig();
        var message = rig.MessageOf("+ping");

        await rig.HandleAsync(message with { Author = message.Author with { Bot = true } });
        await rig.HandleAsync(message with { Author = message.Author with { System = true } });
        await rig.HandleAsync(message with { WebhookId = new Vexera.Core.Discord.Snowflake(5) });
        await rig.HandleAsync(message with { Type = 7 });
        await rig.Runner.WhenIdleAsync();

        rig.Rest.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Interaction_OfAnotherKindOrWithoutUser_IsLeftAlone()
    {
        await using var rig = new CommandRig();

        foreach (var type in Enum.GetValues<InteractionType>().Append((InteractionType)99).Where(type => type is not (InteractionType.ApplicationCommand or InteractionType.Autocomplete)))
            await rig.HandleAsync(Call(type));
        await rig.HandleAsync(Call(InteractionType.ApplicationCommand) with { User = null });
        await rig.HandleAsync(Call(InteractionType.ApplicationCommand) with { Data = null });
        await rig.Runner.WhenIdleAsync();

        rig.Rest.Calls.ShouldBeEmpty();

        Interaction Call(InteractionType type) => new()
        {
            Id = rig.NextId(),
            ApplicationId = FakeSelf.Id,
            Type = type,
            Token = "secret",
            User = TestGuild.Plain,
            Data = new InteractionData { Name = "ping", Type = 1 },
        };
    }

    private CommandRig Rig(params (string, string?)[] settings) => new(
        services => services.AddTestCommand(TestCommands.Definition("slow"), async (_, _) => await _answer.Task), settings: settings);
}
