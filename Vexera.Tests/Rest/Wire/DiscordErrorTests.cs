using System.Text;
using CsCheck;
using Vexera.Core.Rest.Wire;

namespace Vexera.Tests.Rest.Wire;

public sealed class DiscordErrorTests
{
    [Theory]
    [InlineData("""{"code":50013,"message":"Missing Permissions"}""", 50013, "Missing Permissions")]
    [InlineData("""{"message":"401: Unauthorized","code":0}""", 0, "401: Unauthorized")]
    [InlineData("""{"code":50035,"message":"Invalid Form Body","errors":{"content":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 2000 or fewer in length."}]}}}""",
        50035, "Invalid Form Body: content: Must be 2000 or fewer in length. (BASE_TYPE_MAX_LENGTH)")]
    [InlineData("""{"code":50035,"message":"Invalid Form Body","errors":{"embeds":{"0":{"fields":{"12":{"name":{"_errors":[{"code":"A","message":"Too long."},{"code":"B","message":"Too odd."}]}}}}},"tts":{"_errors":[{"message":"No."}]}}}""",
        50035, "Invalid Form Body: embeds[0].fields[12].name: Too long. (A); embeds[0].fields[12].name: Too odd. (B); tts: No.")]
    [InlineData("""{"code":50035,"message":"Invalid Form Body","errors":{"_errors":[{"code":"APPLICATION_COMMAND_TOO_LARGE","message":"Too large"}]}}""",
        50035, "Invalid Form Body: request: Too large (APPLICATION_COMMAND_TOO_LARGE)")]
    [InlineData("{}", 0, "Discord gave no message")]
    [InlineData("""{"code":"50013","message":7,"errors":[1,null]}""", 0, "Discord gave no message")]
    [InlineData("""{"code":99999999999,"message":"big","errors":{"a":{"_errors":"b"},"c":{"_errors":[null,3,"x"]},"d":null}}""", 0, "big")]
    [InlineData("""{"code":1.5,"message":null,"errors":null}""", 0, "Discord gave no message")]
    [InlineData("""{"code":1,"message":"two\nlines\u0007"}""", 1, "two lines ")]
    public void Read_Body_GivesCodeAndOneLine(string body, int code, string detail)
    {
        var error = DiscordError.Read(Encoding.UTF8.GetBytes(body), "application/json");

        error.Code.ShouldBe(code);
        error.Detail.ShouldBe(detail);
    }

    [Theory]
    [InlineData("", "the answer has no body")]
    [InlineData("<html><h1>502 Bad Gateway</h1></html>", "the body is not Discord's (text/html, 37 bytes)")]
    [InlineData("""{"code":50013,"mess""", "the body is not Discord's (text/html, 19 bytes)")]
    [InlineData("null", "the body is not Discord's")]
    [InlineData("[]", "the body is not Discord's")]
    [InlineData("\"Unauthorized\"", "the body is not Discord's")]
    [InlineData("""{"message":"\ud800"}""", "the body is not Discord's")]
    public void Read_SomethingElse_SaysWhatItIsWithoutShowingIt(string body, string detail)
    {
        var error = DiscordError.Read(Encoding.UTF8.GetBytes(body), "text/html");

        error.Code.ShouldBe(0);
        error.Detail.ShouldStartWith(detail);
        error.Detail.ShouldNotContain("Bad Gateway");
    }

    [Fact]
    public void Read_429_GivesTheWait()
    {
        var error = DiscordError.Read("""{"message":"You are being rate limited.","retry_after":64.57,"global":true}"""u8.ToArray(), null);

        error.RetryAfter.ShouldBe(64.57);
        error.Global.ShouldBeTrue();
    }

    [Fact]
    public void Read_EndlessErrors_StaysShort()
    {
        var fields = string.Join(',', Enumerable.Range(0, 5_000).Select(i =>
            $$"""{"code":"C","message":"{{new string('x', 5_000)}}"}"""));

        var error = DiscordError.Read(Encoding.UTF8.GetBytes("""{"message":"m","errors":{"a":{"_errors":[""" + fields + "]}}}"), null);

        error.Detail.Length.ShouldBeLessThan(4_000);
    }

    [Fact]
    public void Read_AnyBytes_NeverThrowsAndIsOneLine() =>
        Gen.OneOf(Gen.Byte.Array, Gen.String.Select(text => Encoding.UTF8.GetBytes($$"""{"message":"{{text}}","errors":{"{{text}}":{} } }""")))
            .Sample(body => DiscordError.Read(body, null).Detail.ShouldNotContain('\n'));
}
