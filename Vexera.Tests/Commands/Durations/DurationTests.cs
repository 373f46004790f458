using CsCheck;
using Vexera.Core.Commands.Durations;
using Vexera.Tests.Commands.Parsing;

namespace Vexera.Tests.Commands.Durations;

public sealed class DurationTests
{
    private static readonly string[] Units = ["s", "m", "h", "d", "w", "mo", "y"];
    private static readonly DateTimeOffset Start = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("90m", "2026-01-31T13:30:00Z")]
    [InlineData("1w2d", "2026-02-09T12:00:00Z")]
    [InlineData("1w 2d", "2026-02-09T12:00:00Z")]
    [InlineData("2D1W", "2026-02-09T12:00:00Z")]
    [InlineData("1mo", "2026-02-28T12:00:00Z")]
    [InlineData("1MO1s", "2026-02-28T12:00:01Z")]
    [InlineData("1y", "2027-01-31T12:00:00Z")]
    [InlineData("25h", "2026-02-01T13:00:00Z")]
    [InlineData("0s1m", "2026-01-31T12:01:00Z")]
    [InlineData("1000y", "3026-01-31T12:00:00Z")]
    public void After_Duration_GoesByTheCalendar(string text, string expected)
    {
        Duration.TryParse(text, out var duration).ShouldBeTrue();

        duration.After(Start).ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("5")]
    [InlineData("0s")]
    [InlineData("-5m")]
    [InlineData("+5m")]
    [InlineData("1.5h")]
    [InlineData("m")]
    [InlineData("5x")]
    [InlineData("5m5")]
    [InlineData("5min")]
    [InlineData("1001y")]
    [InlineData("366000d")]
    [InlineData("99999999999999999999s")]
    [InlineData("9223372036854775807y")]
    [InlineData("٣m")]
    [InlineData("5 m")]
    public void TryParse_NoDuration_IsRefused(string text) => Duration.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void AnyText_IsParsed_NeverThrowsAndIsAlwaysAboveZero() => Texts.Any.Sample(text =>
    {
        Duration.HasTheShape(text);
        if (Duration.TryParse(text, out var duration))
            duration.After(Start).ShouldBeGreaterThan(Start);
    });

    [Fact]
    public void Any_WrittenAndReadBack_IsTheSame() =>
        Gen.Select(Gen.Int[0, 6].Select(i => Units[i]), Gen.Int[1, 900]).Array[1, 6].Sample(parts =>
        {
            var text = string.Concat(parts.Select(part => $"{part.Item2}{part.Item1}"));
            if (Duration.TryParse(text, out var duration))
            {
                Duration.TryParse(duration.ToString(), out var again).ShouldBeTrue(duration.ToString());
                again.ShouldBe(duration);
            }
        });

    [Theory]
    [InlineData("30d", "30d")]
    [InlineData("7d", "1w")]
    [InlineData("28d", "4w")]
    [InlineData("2w", "2w")]
    [InlineData("1w2d", "9d")]
    [InlineData("10d12h", "10d12h")]
    [InlineData("7d1h", "1w1h")]
    [InlineData("90m", "1h30m")]
    [InlineData("48h", "2d")]
    [InlineData("14mo30d", "1y2mo30d")]
    public void ToString_Duration_IsInTheUnitsThatPeopleCountIn(string typed, string echoed)
    {
        Duration.TryParse(typed, out var duration).ShouldBeTrue();

        duration.ToString().ShouldBe(echoed);
    }

    [Fact]
    public void Relative_Instant_IsDiscordsTimestamp() => Timestamp.Relative(DateTimeOffset.FromUnixTimeSeconds(1_234)).ShouldBe("<t:1234:R>");
}
