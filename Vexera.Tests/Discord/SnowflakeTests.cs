using System.Globalization;
using CsCheck;
using Vexera.Core.Discord;

namespace Vexera.Tests.Discord;

public sealed class SnowflakeTests
{
    [Fact]
    public void CreatedAt_KnownId_IsItsTime() =>
        new Snowflake(175928847299117063).CreatedAt.ShouldBe(new DateTimeOffset(2016, 4, 30, 11, 18, 25, 796, TimeSpan.Zero));

    [Fact]
    public void Parse_AnyId_IsWhatToStringWrote() =>
        Gen.ULong.Sample(value => Snowflake.Parse(new Snowflake(value).ToString(), CultureInfo.InvariantCulture) == new Snowflake(value));

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1,000")]
    [InlineData("0x1")]
    [InlineData("18446744073709551616")]
    [InlineData("١٢٣")]
    public void TryParse_NotAnId_Refuses(string text)
    {
        Snowflake.TryParse(text, null, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => Snowflake.Parse(text, CultureInfo.InvariantCulture)).Message.ShouldContain($"'{text}'");
    }

    [Fact]
    public void TryParse_AnyText_NeverThrows() =>
        Gen.String.Sample(text => Snowflake.TryParse(text, null, out var id) || id == default);

    [Fact]
    public void ShardOf_AnyGuild_IsDiscordsFormula() =>
        Gen.Select(Gen.ULong, Gen.Int[1, 1000]).Sample((id, count) =>
            new Snowflake(id).ShardOf(count) == (int)(decimal.Floor(id / 4_194_304m) % count));

    [Fact]
    public void ShardOf_NoShards_Refuses() => Should.Throw<ArgumentOutOfRangeException>(() => new Snowflake(1).ShardOf(0));

    [Fact]
    public void At_AnyInstant_IsTheFirstIdOfThatMillisecond() =>
        Gen.Long[0, 4_000_000_000_000].Sample(milliseconds =>
        {
            var instant = DateTimeOffset.FromUnixTimeMilliseconds(Snowflake.EpochMilliseconds + milliseconds);
            Snowflake.At(instant).CreatedAt.ShouldBe(instant);
            if (milliseconds > 0)
                new Snowflake(Snowflake.At(instant).Value - 1).CreatedAt.ShouldBe(instant.AddMilliseconds(-1));
        });

    [Fact]
    public void At_BeforeDiscord_IsNone() => Snowflake.At(DateTimeOffset.UnixEpoch).IsNone.ShouldBeTrue();

    [Fact]
    public void Compare_AnyTwo_IsByValue() => Gen.Select(Gen.ULong, Gen.ULong).Sample((a, b) =>
    {
        Snowflake left = new(a), right = new(b);
        (left < right).ShouldBe(a < b);
        (left >= right).ShouldBe(a >= b);
        (left > right).ShouldBe(a > b);
        (left <= right).ShouldBe(a <= b);
        left.CompareTo(right).ShouldBe(a.CompareTo(b));
    });
}
