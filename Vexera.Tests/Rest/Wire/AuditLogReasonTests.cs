using CsCheck;
using Vexera.Core.Rest.Wire;

namespace Vexera.Tests.Rest.Wire;

public sealed class AuditLogReasonTests
{
    [Theory]
    [InlineData("spam", "spam")]
    [InlineData("  spam & eggs\n", "spam%20%26%20eggs")]
    [InlineData("100% Müll 🌲", "100%25%20M%C3%BCll%20%F0%9F%8C%B2")]
    [InlineData("two\r\nlines", "two%0D%0Alines")]
    public void Encode_Text_IsPercentEncodedUtf8(string reason, string expected) => AuditLogReason.Encode(reason).ShouldBe(expected);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public void Encode_Nothing_IsNoHeader(string? reason) => AuditLogReason.Encode(reason).ShouldBeNull();

    [Fact]
    public void Encode_TooLong_IsCutAt512Characters() =>
        AuditLogReason.Encode(new string('a', 600)).ShouldBe(new string('a', 512));

    [Fact]
    public void Encode_CutWithinAnEmoji_LeavesTheWholeEmojiOut() =>
        AuditLogReason.Encode(new string('a', 511) + "🌲").ShouldBe(new string('a', 511));

    [Fact]
    public void Encode_AnyText_IsAsciiThatDecodesToItsBeginning() =>
        Gen.OneOf(Gen.String, Gen.String[400, 700], Gen.Char.Array[500, 600].Select(chars => new string(chars))).Sample(reason =>
        {
            var encoded = AuditLogReason.Encode(reason);

            if (encoded is null)
            {
                reason.ShouldBeNullOrWhiteSpace();
                return;
            }

            encoded.ShouldAllBe(c => c > ' ' && c < 127);
            var decoded = Uri.UnescapeDataString(encoded);
            decoded.Length.ShouldBeLessThanOrEqualTo(512);
            WellFormed(reason.Trim()).ShouldStartWith(decoded);
        });

    /// <summary>UTF-8 has no half surrogate pairs; they become replacement characters.</summary>
    private static string WellFormed(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
