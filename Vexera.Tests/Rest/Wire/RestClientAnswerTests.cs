using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Vexera.Core.Discord;
using Vexera.Core.Rest;

namespace Vexera.Tests.Rest.Wire;

/// <summary>What becomes of answers, good ones and bad ones.</summary>
public sealed class RestClientAnswerTests : IDisposable
{
    private const string User = """{"id":"1","username":"vexera"}""";
    private readonly RestRig _rig = new(new RestOptions { MaxAttempts = 1 });

    private CancellationToken Token => _rig.Token;

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Send_Refused_CarriesCodeRouteAndStatusButNoIds()
    {
        _rig.Discord.Then(HttpStatusCode.Forbidden, """{"message":"Missing Access","code":50001}""");

        var refusal = await _rig.Rest.Guilds.GetMemberAsync(new Snowflake(123456), new Snowflake(654321), Token).ShouldThrowAsync<DiscordRestException>();

        refusal.Route.ShouldBe("GET /guilds/{guild}/members/{user}");
        refusal.Status.ShouldBe(HttpStatusCode.Forbidden);
        refusal.Code.ShouldBe(50001);
        refusal.Message.ShouldBe("GET /guilds/{guild}/members/{user}: 403, code 50001: Missing Access");
        _rig.Discord.Last.Path.ShouldBe("/guilds/123456/members/654321");
    }

    [Theory]
    [InlineData("<html>Attention Required! | Cloudflare</html>")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    public async Task Send_RefusedBySomethingElse_IsStillARefusal(string body)
    {
        _rig.Discord.Then(HttpStatusCode.Forbidden, body);

        var refusal = await _rig.Rest.Users.GetCurrentAsync(Token).ShouldThrowAsync<DiscordRestException>();

        refusal.Code.ShouldBe(0);
        refusal.Message.ShouldNotContain("Cloudflare");
    }

    [Theory]
    [InlineData("<html>Sign in to the hotel's network</html>")]
    [InlineData("")]
    [InlineData("""{"id":"1","username":"vex""")]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"id":"1","username":null}""")]
    [InlineData("""{"id":"one","username":"vexera"}""")]
    [InlineData("""{"id":"1","username":"\ud800"}""")]
    [InlineData("""{"id":"1","username":"vexera","bot":"yes"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    public async Task Send_AnswerThatIsNoUser_FailsInWords(string body)
    {
        _rig.Discord.Then(HttpStatusCode.OK, body);

        var failure = await _rig.Rest.Users.GetCurrentAsync(Token).ShouldThrowAsync<DiscordUnreachableException>();

        failure.Message.ShouldStartWith("GET /users/@me: answered 200");
    }

    [Fact]
    public async Task Send_UnreadableAnswer_IsAskedForAgainWhereThatIsSafe()
    {
        using var rig = new RestRig();
        rig.Discord.Then(HttpStatusCode.OK, "<html>").Then(HttpStatusCode.OK, User);

        var asked = rig.Rest.Users.GetCurrentAsync(Token);
        await rig.Time.PassAsync(TimeSpan.FromSeconds(0.375));

        (await asked).Username.ShouldBe("vexera");
    }

    [Fact]
    public async Task Send_AnswerWithUnknownFieldsAndNumbersForIds_IsRead()
    {
        _rig.Discord.Then(HttpStatusCode.OK, """{"id":1,"username":"vexera","flags":{"new":[1]},"avatar":null,"global_name":null}""");

        var user = await _rig.Rest.Users.GetCurrentAsync(Token);

        user.Id.ShouldBe(new Snowflake(1));
        user.GlobalName.ShouldBeNull();
    }

    [Theory]
    [InlineData(HttpStatusCode.MovedPermanently)]
    [InlineData(HttpStatusCode.TemporaryRedirect)]
    [InlineData(HttpStatusCode.NotModified)]
    public async Task Send_Redirected_IsNotFollowed(HttpStatusCode status)
    {
        _rig.Discord.Then(status, "", ("Location", "http://127.0.0.1:1/elsewhere"));

        var failure = await _rig.Rest.Users.GetCurrentAsync(Token).ShouldThrowAsync<DiscordUnreachableException>();

        failure.Message.ShouldContain($"answered {(int)status}");
        _rig.Discord.Seen.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_EndlessAnswer_IsGivenUp()
    {
        _rig.Discord.Then((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new EndlessText()) }));

        var failure = await _rig.Rest.Users.GetCurrentAsync(Token).ShouldThrowAsync<DiscordUnreachableException>();

        failure.Message.ShouldContain($"the answer is longer than {32 * 1024 * 1024} bytes");
    }

    [Fact]
    public async Task Send_EndlessRefusal_IsGivenUp()
    {
        _rig.Discord.Then((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StreamContent(new EndlessText()) }));

        var refusal = await _rig.Rest.Users.GetCurrentAsync(Token).ShouldThrowAsync<DiscordRestException>();

        refusal.Message.ShouldContain("the answer is longer than 65536 bytes");
    }

    [Fact]
    public async Task Send_AnswerBreaksOff_IsLost()
    {
        _rig.Discord.Then((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new BrokenText(User[..20])) }));

        var failure = await _rig.Rest.Users.GetCurrentAsync(Token).ShouldThrowAsync<DiscordUnreachableException>();

        failure.Message.ShouldBe("GET /users/@me: the answer broke off (the line is dead)");
    }

    [Fact]
    public async Task Send_TokenRefused_IsLoggedOnceUntilItWorksAgain()
    {
        const string Refusal = """{"message":"401: Unauthorized","code":0}""";
        _rig.Discord
            .Then(HttpStatusCode.Unauthorized, Refusal).Then(HttpStatusCode.Unauthorized, Refusal)
            .Then(HttpStatusCode.OK, User)
            .Then(HttpStatusCode.Unauthorized, Refusal);

        await _rig.Rest.Users.GetCurrentAsync(Token).ShouldThrowAsync<DiscordRestException>();
        await _rig.Rest.Users.GetCurrentAsync(Token).ShouldThrowAsync<DiscordRestException>();
        Refusals().ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Error);

        await _rig.Rest.Users.GetCurrentAsync(Token);
        await _rig.Rest.Users.GetCurrentAsync(Token).ShouldThrowAsync<DiscordRestException>();
        Refusals().Count().ShouldBe(2);

        _rig.Metrics.Total(_rig.Metrics.Metrics.RestInvalid).ShouldBe(3);

        IEnumerable<Support.LogLine> Refusals() => _rig.Logger.Lines.Where(line => line.EventId == 2003);
    }

    [Fact]
    public async Task Send_AnswerToAnInteractionRefusedWith401_SaysNothingAboutTheToken()
    {
        _rig.Discord.Then(HttpStatusCode.Unauthorized, """{"message":"Invalid Webhook Token","code":50027}""");

        var refusal = await _rig.Rest.Interactions.EditResponseAsync(Samples.Interaction, new() { Content = "hi" }, Token)
            .ShouldThrowAsync<DiscordRestException>();

        refusal.Code.ShouldBe(50027);
        _rig.Logger.Lines.ShouldNotContain(line => line.EventId == 2003);
    }

    [Fact]
    public async Task Send_Answered_IsCountedAndTimed()
    {
        _rig.Discord.Then((_, _) =>
        {
            _rig.Time.Advance(TimeSpan.FromMilliseconds(80));
            return Task.FromResult(ScriptedHttp.Response(HttpStatusCode.OK, User));
        });
        _rig.Latency.Last.ShouldBeNull();

        await _rig.Rest.Users.GetCurrentAsync(Token);

        _rig.Latency.Last.ShouldBe(TimeSpan.FromMilliseconds(80));
        _rig.Latency.Median.ShouldBe(TimeSpan.FromMilliseconds(80));
        _rig.Metrics.Total(_rig.Metrics.Metrics.RestRequests).ShouldBe(1);
    }

    [Fact]
    public async Task Send_MalformedAnswer_KeepsTheReasonUnderneath()
    {
        _rig.Discord.Then(HttpStatusCode.OK, "<html>");

        var failure = await _rig.Rest.Users.GetCurrentAsync(Token).ShouldThrowAsync<DiscordUnreachableException>();

        failure.InnerException.ShouldBeOfType<JsonException>();
    }

    /// <summary>A JSON text that never ends.</summary>
    private sealed class EndlessText : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)' ');
            return new(buffer.Length);
        }
    }

    /// <summary>A text whose connection dies.</summary>
    private sealed class BrokenText(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("the line is dead");
    }
}
