using System.Text;
using CsCheck;
using Vexera.Core.Gateway.Protocol;

namespace Vexera.Tests.Gateway.Protocol;

public sealed class DispatchFormTests
{
    private const string Whole = """{"t":"MESSAGE_CREATE","s":42,"op":0,"d":{"id":"1","member":{"nick":"}}"}}}""";

    [Fact]
    public void TryRead_AsDiscordWrites_TakesThePayloadAsItStands()
    {
        TryRead(Whole, out var envelope).ShouldBeTrue();

        envelope.Opcode.ShouldBe(Opcode.Dispatch);
        envelope.Sequence.ShouldBe(42);
        Encoding.UTF8.GetString(envelope.Name.Span).ShouldBe("MESSAGE_CREATE");
        Encoding.UTF8.GetString(envelope.Data.Span).ShouldBe("""{"id":"1","member":{"nick":"}}"}}""");
    }

    [Theory]
    [InlineData("""{"t":"X","s":1,"op":0,"d":{}} """)]
    [InlineData("""{"t": "X","s":1,"op":0,"d":{}}""")]
    [InlineData("""{"t":"","s":1,"op":0,"d":{}}""")]
    [InlineData("""{"t":null,"s":1,"op":0,"d":{}}""")]
    [InlineData("""{"t":"X\u005f","s":1,"op":0,"d":{}}""")]
    [InlineData("""{"t":"Ü","s":1,"op":0,"d":{}}""")]
    [InlineData("""{"t":"X","s":null,"op":0,"d":{}}""")]
    [InlineData("""{"t":"X","s":-1,"op":0,"d":{}}""")]
    [InlineData("""{"t":"X","s":+1,"op":0,"d":{}}""")]
    [InlineData("""{"t":"X","s":01,"op":0,"d":{}}""")]
    [InlineData("""{"t":"X","s":1.0,"op":0,"d":{}}""")]
    [InlineData("""{"t":"X","s":99999999999999999999,"op":0,"d":{}}""")]
    [InlineData("""{"t":"X","s":1,"op":7,"d":{}}""")]
    [InlineData("""{"t":"X","s":1,"op":0,"d":null}""")]
    [InlineData("""{"t":"X","s":1,"op":0,"d":{"a":""")]
    [InlineData("""{"op":0,"t":"X","s":1,"d":{}}""")]
    [InlineData("")]
    public void TryRead_AnyOtherForm_IsLeftToTheFullReader(string json) => TryRead(json, out _).ShouldBeFalse();

    [Fact]
    public void TryRead_AnyCutOrDamage_NeverThrows() =>
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Byte, Gen.Int[0, Whole.Length]).Sample((at, value, length) =>
        {
            var damaged = Encoding.UTF8.GetBytes(Whole);
            damaged[at] = value;
            DispatchForm.TryRead(damaged.AsMemory(0, length), out _);
        });

    private static bool TryRead(string json, out Envelope envelope) => DispatchForm.TryRead(Encoding.UTF8.GetBytes(json), out envelope);
}
