using System.Net;

namespace Vexera.Tests.Sandbox.Chat.Session;

public sealed class MessageActionsTests
{
    [Fact]
    public async Task Send_Text_PostsItWithTheMembersBareToken()
    {
        using var stage = await new ChatStage().StartedAsync();
        await stage.Session.ActAsAsync(ChatStage.Plain.Id);

        (await stage.Actions.SendAsync("hello")).ShouldBeTrue();

        var (request, token, body) = stage.Requests[^1];
        request.ShouldBe($"POST /api/v10/channels/{stage.Find("general").Id}/messages");
        token.ShouldBe(stage.World.Users.TokenOf(ChatStage.Plain.Id));
        body!.Value.GetProperty("content").GetString().ShouldBe("hello");
        body.Value.GetProperty("nonce").GetString()!.Length.ShouldBeLessThanOrEqualTo(25);
        body.Value.TryGetProperty("message_reference", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Send_Reply_NamesTheMessageOnce()
    {
        using var stage = await new ChatStage().StartedAsync();
        var said = stage.Say("question");
        stage.Deliver();
        stage.Actions.ReplyTo(stage.Session.Transcript.Messages[0]);

        await stage.Actions.SendAsync("answer");
        var first = stage.Requests[^1].Body!.Value;
        await stage.Actions.SendAsync("more");

        first.GetProperty("message_reference").GetProperty("message_id").GetString().ShouldBe(said.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        stage.Requests[^1].Body!.Value.TryGetProperty("message_reference", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Send_Refused_KeepsTheReasonUntilSomethingWorks()
    {
        using var stage = await new ChatStage().StartedAsync();
        stage.Answer = _ => (HttpStatusCode.BadRequest,
            """{"message":"Invalid Form Body","code":50035,"errors":{"content":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 2000 or fewer in length."}]}}}""");

        (await stage.Actions.SendAsync("too long")).ShouldBeFalse();
        stage.Actions.Problem.ShouldBe("Must be 2000 or fewer in length.");
        stage.Answer = _ => null;
        await stage.Actions.SendAsync("shorter");

        stage.Actions.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task Type_AgainWithinSeconds_AsksOnce()
    {
        using var stage = await new ChatStage().StartedAsync();

        await stage.Actions.TypeAsync();
        await stage.Actions.TypeAsync();
        stage.Requests.Count(r => r.Request.EndsWith("/typing", StringComparison.Ordinal)).ShouldBe(1);
        stage.Time.Advance(TimeSpan.FromSeconds(9));
        await stage.Actions.TypeAsync();

        stage.Requests.Count(r => r.Request.EndsWith("/typing", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task Type_AfterARefusal_LeavesTheReasonInSight()
    {
        using var stage = await new ChatStage().StartedAsync();
        stage.Answer = request => request.EndsWith("/typing", StringComparison.Ordinal)
            ? null
            : (HttpStatusCode.BadRequest, """{"message":"No.","code":0}""");
        await stage.Actions.SendAsync("refused");

        await stage.Actions.TypeAsync();

        stage.Actions.Problem.ShouldBe("No.");
    }

    [Fact]
    public async Task Type_Refused_SaysNothing()
    {
        using var stage = await new ChatStage().StartedAsync();
        stage.Answer = _ => (HttpStatusCode.Forbidden, """{"message":"Missing Access","code":50001}""");

        await stage.Actions.TypeAsync();

        stage.Actions.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task Save_EditedMessage_PatchesIt()
    {
        using var stage = await new ChatStage().StartedAsync();
        var said = stage.Say("befroe", ChatStage.Owner);
        stage.Deliver();
        stage.Actions.Edit(stage.Session.Transcript.Messages[0]);

        (await stage.Actions.SaveAsync("before")).ShouldBeTrue();

        stage.Requests[^1].Request.ShouldBe($"PATCH /api/v10/channels/{said.ChannelId}/messages/{said.Id}");
        stage.Actions.Editing.ShouldBeNull();
    }
}
