using System.Text;
using CsCheck;
using Vexera.Core.Events;

namespace Vexera.Tests.Events;

public sealed class BraceBalanceTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("}", -1)]
    [InlineData("{\"a\":{}", 1)]
    [InlineData("\"}}}\"}", -1)]
    [InlineData("\"\\\"}\"}", -1)]
    [InlineData("\"\\\\\"}}", -2)]
    public void Of_Part_CountsOutsideOfStrings(string json, int balance) => BraceBalance.Of(Encoding.UTF8.GetBytes(json)).ShouldBe(balance);

    [Fact]
    public void Of_AnyPart_AgreesWithReadingByteByByte() =>
        Gen.OneOf("{", "}", "\"", "\"x\"", "\"{\"", "\\\"", "\\\\", "abcdefghijklmnop", "😀", ",", ":1").Array[0, 60].Sample(pieces =>
        {
            var json = Encoding.UTF8.GetBytes(string.Concat(pieces.Where(piece => !piece.StartsWith('\\'))));
            var escaped = Encoding.UTF8.GetBytes(string.Concat(pieces.Select(piece => piece.StartsWith('\\') ? $"\"{piece}\"" : piece)));

            return BraceBalance.Of(json) == Slow(json) && BraceBalance.Of(escaped) == Slow(escaped);
        });

    private static int Slow(ReadOnlySpan<byte> json)
    {
        var (balance, inString, escaped) = (0, false, false);
        foreach (var one in json)
        {
            var isEscaped = escaped;
            escaped = inString && !isEscaped && one == '\\';
            if (one == '"' && !isEscaped)
                inString = !inString;
            else if (!inString)
                balance += one switch { (byte)'{' => 1, (byte)'}' => -1, _ => 0 };
        }

        return balance;
    }
}
