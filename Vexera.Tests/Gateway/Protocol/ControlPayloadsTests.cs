using System.Text;
using CsCheck;
using Vexera.Core.Gateway.Protocol;

namespace Vexera.Tests.Gateway.Protocol;

public sealed class ControlPayloadsTests
{
    [Theory]
    [InlineData("""{"heartbeat_interval":41250,"_trace":["[\"gateway\"]"]}""", 41250)]
    [InlineData("""{"_trace":[{"heartbeat_interval":1}],"heartbeat_interval":100}""", 100)]
    [InlineData("""{"heartbeat_interval":1}""", 1)]
    public void TryReadHello_Usable_GivesTheInterval(string json, int milliseconds)
    {
        ControlPayloads.TryReadHello(Encoding.UTF8.GetBytes(json), out var interval).ShouldBeTrue();

        interval.ShouldBe(TimeSpan.FromMilliseconds(milliseconds));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[41250]")]
    [InlineData("""{"heartbeat_interval":null}""")]
    [InlineData("""{"heartbeat_interval":"41250"}""")]
    [InlineData("""{"heartbeat_interval":0}""")]
    [InlineData("""{"heartbeat_interval":-5}""")]
    [InlineData("""{"heartbeat_interval":1e300}""")]
    [InlineData("""{"heartbeat_interval":1e999}""")]
    public void TryReadHello_Unusable_Refuses(string json) =>
        ControlPayloads.TryReadHello(Encoding.UTF8.GetBytes(json), out _).ShouldBeFalse();

    [Fact]
    public void TryReadReady_Whole_GivesIdAndAddress()
    {
        var json = """{"v":10,"user":{"session_id":"no"},"session_id":"abc","resume_gateway_url":"wss://resume.example","guilds":[]}"""u8;

        ControlPayloads.TryReadReady(json, out var sessionId, out var resumeUrl).ShouldBeTrue();

        sessionId.ShouldBe("abc");
        resumeUrl.ShouldBe(new Uri("wss://resume.example"));
    }

    [Theory]
    [InlineData("""{"session_id":"abc"}""")]
    [InlineData("""{"session_id":"abc","resume_gateway_url":null}""")]
    [InlineData("""{"session_id":"abc","resume_gateway_url":7}""")]
    [InlineData("""{"session_id":"abc","resume_gateway_url":"not an address"}""")]
    [InlineData("""{"session_id":"abc","resume_gateway_url":"https://resume.example"}""")]
    public void TryReadReady_NoUsableAddress_StillGivesTheId(string json)
    {
        ControlPayloads.TryReadReady(Encoding.UTF8.GetBytes(json), out var sessionId, out var resumeUrl).ShouldBeTrue();

        sessionId.ShouldBe("abc");
        resumeUrl.ShouldBeNull();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"session_id":null}""")]
    [InlineData("""{"session_id":""}""")]
    [InlineData("""{"session_id":5}""")]
    [InlineData("""{"session_id":"\ud800"}""")]
    public void TryReadReady_NoId_Refuses(string json) =>
        ControlPayloads.TryReadReady(Encoding.UTF8.GetBytes(json), out _, out _).ShouldBeFalse();

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("null", false)]
    [InlineData("\"true\"", false)]
    [InlineData("1", false)]
    public void ReadInvalidSession_AnyPayload_OnlyTrueResumes(string json, bool resumable) =>
        ControlPayloads.ReadInvalidSession(Encoding.UTF8.GetBytes(json)).ShouldBe(resumable);

    [Fact]
    public void AnyReader_AnyBytes_NeverThrows() => Gen.Byte.Array[0, 100].Sample(bytes =>
    {
        ControlPayloads.TryReadHello(bytes, out _);
        ControlPayloads.TryReadReady(bytes, out _, out _);
        ControlPayloads.ReadInvalidSession(bytes);
    });
}
