using System.Text;
using System.Text.Json;
using CsCheck;
using Vexera.Core.Gateway.Protocol;

namespace Vexera.Tests.Gateway.Protocol;

public sealed class EnvelopeReaderTests
{
    [Theory]
    [InlineData("""{"t":"MESSAGE_CREATE","s":42,"op":0,"d":{"id":"1"}}""")]
    [InlineData("""{"op":0,"d":{"id":"1"},"s":42,"t":"MESSAGE_CREATE"}""")]
    [InlineData("""{"d":{"id":"1"},"t":"MESSAGE_CREATE","op":0,"s":42}""")]
    [InlineData("""  { "x" : [ { "op" : 7 } ] , "d" : {"id":"1"} , "t" : "MESSAGE_CREATE" , "op" : 0 , "s" : 42 }  """)]
    [InlineData("""{"op":7,"s":1,"t":"X","d":null,"op":0,"s":42,"t":"MESSAGE_CREATE","d":{"id":"1"}}""")]
    [InlineData("""{"op":0,"s":42,"t":"MESSAGE\u005fCREATE","d":{"id":"1"}}""")]
    [InlineData("""{"\u006fp":0,"s":42,"t":"MESSAGE_CREATE","d":{"id":"1"}}""")]
    public void Read_Dispatch_FindsEveryMember(string json)
    {
        Read(json, out var envelope).ShouldBe(BadFrameKind.None);

        envelope.Opcode.ShouldBe(Opcode.Dispatch);
        envelope.Sequence.ShouldBe(42);
        Text(envelope.Name).ShouldBe("MESSAGE_CREATE");
        Text(envelope.Data).ShouldBe("""{"id":"1"}""");
    }

    [Theory]
    [InlineData("""{"op":11}""", "null")]
    [InlineData("""{"op":11,"d":null,"s":null,"t":null}""", "null")]
    [InlineData("""{"op":9,"d":true}""", "true")]
    [InlineData("""{"op":9,"d": "te\"xt" }""", "\"te\\\"xt\"")]
    [InlineData("""{"d":[1,{"op":3}],"op":9}""", """[1,{"op":3}]""")]
    [InlineData("""{"d":12e400,"op":9}""", "12e400")]
    public void Read_Control_GivesThePayloadAsItStands(string json, string data)
    {
        Read(json, out var envelope).ShouldBe(BadFrameKind.None);

        envelope.Sequence.ShouldBeNull();
        envelope.Name.IsEmpty.ShouldBeTrue();
        Text(envelope.Data).ShouldBe(data);
    }

    [Fact]
    public void Read_UnknownOpcode_IsKept()
    {
        Read("""{"op":12345,"d":1}""", out var envelope).ShouldBe(BadFrameKind.None);

        ((int)envelope.Opcode).ShouldBe(12345);
    }

    [Theory]
    [InlineData("", nameof(BadFrameKind.CutOff))]
    [InlineData("null", nameof(BadFrameKind.NotAnObject))]
    [InlineData("[]", nameof(BadFrameKind.NotAnObject))]
    [InlineData("{", nameof(BadFrameKind.CutOff))]
    [InlineData("nul", nameof(BadFrameKind.CutOff))]
    [InlineData("""{"t":"X","s":1,"op":0,"d":{"a":"te""", nameof(BadFrameKind.CutOff))]
    [InlineData("""{"op":11,"d":{""", nameof(BadFrameKind.CutOff))]
    [InlineData("""{"t":"X","s":1,"op":0,"d":{ no JSON}""", nameof(BadFrameKind.NotAnObject))]
    [InlineData("no JSON", nameof(BadFrameKind.NotAnObject))]
    [InlineData("""{"op":0,"s":1,"t":"X","d":{"a":""", nameof(BadFrameKind.CutOff))]
    [InlineData("""{"op":11}{"op":11}""", nameof(BadFrameKind.NotAnObject))]
    [InlineData("""{"op":11},""", nameof(BadFrameKind.NotAnObject))]
    [InlineData("{}", nameof(BadFrameKind.BadOpcode))]
    [InlineData("""{"op":null}""", nameof(BadFrameKind.BadOpcode))]
    [InlineData("""{"op":"0"}""", nameof(BadFrameKind.BadOpcode))]
    [InlineData("""{"op":{"op":1}}""", nameof(BadFrameKind.BadOpcode))]
    [InlineData("""{"op":99999999999999999999}""", nameof(BadFrameKind.BadOpcode))]
    [InlineData("""{"op":1.5}""", nameof(BadFrameKind.BadOpcode))]
    [InlineData("""{"op":0,"s":-1,"t":"X","d":{}}""", nameof(BadFrameKind.BadSequence))]
    [InlineData("""{"op":0,"s":1e99,"t":"X","d":{}}""", nameof(BadFrameKind.BadSequence))]
    [InlineData("""{"op":0,"s":123456789012345678901234567890,"t":"X","d":{}}""", nameof(BadFrameKind.BadSequence))]
    [InlineData("""{"op":0,"s":[1],"t":"X","d":{}}""", nameof(BadFrameKind.BadSequence))]
    [InlineData("""{"op":0,"s":1,"d":{}}""", nameof(BadFrameKind.BadName))]
    [InlineData("""{"op":0,"s":1,"t":null,"d":{}}""", nameof(BadFrameKind.BadName))]
    [InlineData("""{"op":0,"s":1,"t":"","d":{}}""", nameof(BadFrameKind.BadName))]
    [InlineData("""{"op":0,"s":1,"t":7,"d":{}}""", nameof(BadFrameKind.BadName))]
    public void Read_Malformed_SaysInWhichWay(string json, string kind) => Read(json, out _).ToString().ShouldBe(kind);

    [Fact]
    public void Read_InvalidSurrogateInName_IsMalformed() =>
        Read("""{"op":0,"s":1,"t":"\ud800","d":{}}""", out _).ShouldBe(BadFrameKind.NotAnObject);

    [Fact]
    public void Read_TooDeep_IsMalformed() =>
        Read($$"""{"op":0,"s":1,"t":"X","d":{{new string('[', 300)}}{{new string(']', 300)}}}""", out _).ShouldBe(BadFrameKind.NotAnObject);

    [Fact]
    public void Read_AnyBytes_NeverThrows() =>
        Gen.Byte.Array[0, 200].Sample(bytes => EnvelopeReader.Read(bytes, out _) != BadFrameKind.UnknownOpcode);

    [Fact]
    public void Read_DamagedFrame_NeverThrows()
    {
        var whole = Encoding.UTF8.GetBytes("""{"t":"MESSAGE\u005fCREATE","s":42,"op":0,"d":{"id":"1","content":"\ud83d\ude00 ü","n":[1,2.5e3,null,true]}}""");
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, whole.Length]).Sample((at, value, length) =>
        {
            var damaged = whole.ToArray();
            damaged[at] = value;
            EnvelopeReader.Read(damaged.AsMemory(0, length), out _);
        });
    }

    [Fact]
    public void Read_AnyMembersInAnyOrder_AgreesWithTheDocument()
    {
        var member = Gen.OneOf(
            Gen.Int[0, 12].Select(op => ("op", $"{op}")),
            Gen.Long[0, long.MaxValue].Select(s => ("s", $"{s}")),
            Gen.String[Gen.Char['A', 'z'], 1, 12].Select(t => ("t", JsonSerializer.Serialize(t))),
            Gen.Int.Array[0, 4].Select(d => ("d", JsonSerializer.Serialize(d))),
            Gen.String.Select(x => ("x", JsonSerializer.Serialize(x))));
        member.Array[0, 8].Sample(members =>
        {
            var json = "{" + string.Join(",", members.Select(one => $"\"{one.Item1}\":{one.Item2}")) + "}";
            using var document = JsonDocument.Parse(json);
            var fault = Read(json, out var envelope);
            if (fault != BadFrameKind.None)
                return;
            ((int)envelope.Opcode).ShouldBe(document.RootElement.GetProperty("op").GetInt32());
            if (document.RootElement.TryGetProperty("s", out var sequence))
                envelope.Sequence.ShouldBe(sequence.GetInt64());
            if (document.RootElement.TryGetProperty("t", out var name))
                Text(envelope.Name).ShouldBe(name.GetString());
            if (document.RootElement.TryGetProperty("d", out var data))
                Text(envelope.Data).ShouldBe(data.GetRawText());
        });
    }

    private static BadFrameKind Read(string json, out Envelope envelope) => EnvelopeReader.Read(Encoding.UTF8.GetBytes(json), out envelope);

    private static string Text(ReadOnlyMemory<byte> utf8) => Encoding.UTF8.GetString(utf8.Span);
}
