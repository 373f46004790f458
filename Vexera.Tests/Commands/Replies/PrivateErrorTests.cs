using System.Net;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Rest;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.Replies;

/// <summary>What went wrong is the caller's business alone, also when the slash form was already "thinking…" for all to see.</summary>
public sealed class PrivateErrorTests
{
    private readonly TaskCompletionSource<Reply> _answer = new();

    [Fact]
    public async Task Slash_FailsAfterThinkingForAll_TellsTheCallerOnly()
    {
        await using var rig = Rig();
        await ThinkAsync(rig);

        _answer.SetException(new InvalidOperationException("broken by the test"));
        await rig.Runner.WhenIdleAsync();

        rig.Rest.Calls.Select(call => call.Name).ShouldBe(["defer", "delete-response", "follow-up"]);
        rig.Rest.Calls[^1].Ephemeral.ShouldBeTrue();
        rig.Rest.Calls[^1].Message!.Content.ShouldNotBeNull().ShouldContain("/slow");
    }

    [Fact]
    public async Task Prefix_Fails_AnswersWhereItWasAsked()
    {
        await using var rig = Rig();
        await rig.BeginWriteAsync("+slow");

        _answer.SetException(new InvalidOperationException("broken by the test"));
        await rig.Runner.WhenIdleAsync();

        rig.Rest.Calls.ShouldHaveSingleItem().Name.ShouldBe("create");
        rig.Rest.Calls[0].Message!.Content.ShouldNotBeNull().ShouldContain("+slow");
    }

    [Fact]
    public async Task Slash_SucceedsAfterThinkingForAll_IsEditedIn()
    {
        await using var rig = Rig();
        await ThinkAsync(rig);

        _answer.SetResult(new Reply("done"));
        await rig.Runner.WhenIdleAsync();

        rig.Rest.Calls.Select(call => call.Name).ShouldBe(["defer", "edit-response"]);
    }

    [Fact]
    public async Task Slash_FailsAfterThinkingForTheCaller_IsEditedIn()
    {
        await using var rig = Rig(ephemeral: true);
        await ThinkAsync(rig);

        _answer.SetException(new InvalidOperationException("broken by the test"));
        await rig.Runner.WhenIdleAsync();

        rig.Rest.Calls.Select(call => call.Name).ShouldBe(["defer", "edit-response"]);
        rig.Rest.Calls[0].Ephemeral.ShouldBeTrue();
    }

    [Fact]
    public async Task Slash_AnswerThatIsChangedLater_StaysWhereItIsFound()
    {
        await using var rig = Rig();
        await ThinkAsync(rig);
        SentReply? place = null;

        _answer.SetResult(new Reply("Really?")
        {
            Ephemeral = true,
            WhenSent = (sent, _) =>
            {
                place = sent;
                return Task.CompletedTask;
            },
        });
        await rig.Runner.WhenIdleAsync();

        rig.Rest.Calls.Select(call => call.Name).ShouldBe(["defer", "edit-response"]);
        place.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(DiscordErrorCodes.UnknownMessage, HttpStatusCode.NotFound, "follow-up")]
    [InlineData(0, HttpStatusCode.InternalServerError, "edit-response")]
    public async Task Slash_ThinkingCannotBeDeleted_IsAnsweredAllTheSame(int code, HttpStatusCode status, string answeredBy)
    {
        await using var rig = Rig();
        rig.Rest.Answer = call => call.Name == "delete-response" ? throw RecordingRest.Refusal(code, status) : Task.CompletedTask;
        await ThinkAsync(rig);

        _answer.SetException(new InvalidOperationException("broken by the test"));
        await rig.Runner.WhenIdleAsync();

        rig.Rest.Calls.Select(call => call.Name).ShouldBe(["defer", "delete-response", answeredBy]);
    }

    [Theory]
    [InlineData(true, "respond", "response", "edit-response")]
    [InlineData(false, "respond", "response", "delete-response", "follow-up")]
    public async Task Slash_EarlierProcessWasThinking_FailureIsToldToTheCallerOnly(bool inPrivate, params string[] expected)
    {
        await using var rig = Rig();
        (rig.Rest.IsThinking, rig.Rest.IsThinkingInPrivate) = (true, inPrivate);
        rig.Rest.Answer = call => call.Name == "respond"
            ? throw RecordingRest.Refusal(DiscordErrorCodes.AlreadyAcknowledged, HttpStatusCode.BadRequest)
            : Task.CompletedTask;
        _answer.SetException(new InvalidOperationException("broken by the test"));

        var calls = await rig.SlashAsync("slow");

        calls.Select(call => call.Name).ShouldBe(expected);
    }

    [Fact]
    public async Task Slash_EarlierProcessHasTakenItsAnswerAway_IsLeftAsItIs()
    {
        await using var rig = Rig();
        rig.Rest.Answer = call => call.Name switch
        {
            "respond" => throw RecordingRest.Refusal(DiscordErrorCodes.AlreadyAcknowledged, HttpStatusCode.BadRequest),
            "response" => throw RecordingRest.Refusal(DiscordErrorCodes.UnknownMessage, HttpStatusCode.NotFound),
            _ => Task.CompletedTask,
        };
        _answer.SetResult(new Reply("done"));

        (await rig.SlashAsync("slow")).Select(call => call.Name).ShouldBe(["respond", "response"]);

        rig.Log.Lines.ShouldNotContain(line => line.EventId == 5001);
    }

    private static async Task ThinkAsync(CommandRig rig)
    {
        rig.Delay(InteractionPatience.Limit);
        await rig.BeginSlashAsync("slow");
        await Eventually.UntilAsync(() => rig.Rest.Calls.Any(call => call.Name == "defer"));
    }

    private CommandRig Rig(bool ephemeral = false) => new(services => services.AddTestCommand(
        TestCommands.Definition("slow") with { Ephemeral = ephemeral }, async (_, _) => await _answer.Task));
}
