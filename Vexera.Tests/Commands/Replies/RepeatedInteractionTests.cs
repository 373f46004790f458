using System.Net;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Rest;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands.Replies;

/// <summary>Interactions that come again after a restart: an earlier process has answered them, or begun to.</summary>
public sealed class RepeatedInteractionTests
{
    [Fact]
    public async Task Slash_AnsweredBefore_IsLeftAsItIs()
    {
        await using var rig = Repeated(call => call.Name == "respond", thinking: false);

        var calls = await rig.SlashAsync("say");

        calls.Select(call => call.Name).ShouldBe(["respond", "response"]);
        rig.Log.Lines.ShouldNotContain(line => line.EventId == 5001);
    }

    [Fact]
    public async Task Slash_EarlierProcessWasThinking_GetsTheAnswerInPlaceOfIt()
    {
        await using var rig = Repeated(call => call.Name == "respond", thinking: true);

        var calls = await rig.SlashAsync("say");

        calls.Select(call => call.Name).ShouldBe(["respond", "response", "edit-response"]);
        calls[^1].Message!.Content.ShouldBe("Hello");
    }

    [Fact]
    public async Task Slash_SlowAgainAndEarlierProcessWasThinking_GetsTheAnswerInPlaceOfIt()
    {
        await using var rig = Repeated(call => call.Name == "defer", thinking: true);
        rig.Delay(InteractionPatience.Limit);
        var answer = new TaskCompletionSource<string>();
        _answer = answer.Task;

        await rig.BeginSlashAsync("say");
        await Eventually.UntilAsync(() => rig.Rest.Calls.Any(call => call.Name == "defer"));
        answer.SetResult("Hello");
        await rig.Runner.WhenIdleAsync();

        rig.Rest.Calls.Select(call => call.Name).ShouldBe(["defer", "response", "edit-response"]);
    }

    private Task<string> _answer = Task.FromResult("Hello");

    private CommandRig Repeated(Func<RestCall, bool> refused, bool thinking)
    {
        var rig = new CommandRig(services => services.AddTestCommand(
            TestCommands.Definition("say"), async (_, _) => new Reply(await _answer)));
        rig.Rest.IsThinking = thinking;
        rig.Rest.Answer = call => refused(call)
            ? throw RecordingRest.Refusal(DiscordErrorCodes.AlreadyAcknowledged, HttpStatusCode.BadRequest)
            : Task.CompletedTask;
        return rig;
    }
}
