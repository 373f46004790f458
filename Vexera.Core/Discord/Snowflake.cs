using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Vexera.Core.Discord.Json;

namespace Vexera.Core.Discord;

/// <summary>
/// Discord's 64-bit id: milliseconds since 2015-01-01 in the top 42 bits, then worker, process and increment.
/// Source: https://discord.com/developers/docs/reference#snowflakes.
/// </summary>
/// <param name="Value">The raw id. Zero stands for no id; Discord never hands it out.</param>
[JsonConverter(typeof(SnowflakeJsonConverter))]
public readonly record struct Snowflake(ulong Value) : IComparable<Snowflake>, ISpanParsable<Snowflake>
{
    /// <summary>The first instant a snowflake can express: 2015-01-01T00:00:00Z in Unix milliseconds.</summary>
    public const long EpochMilliseconds = 1_420_070_400_000;

    /// <summary>When the id was made, to the millisecond.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds((long)(Value >> 22) + EpochMilliseconds);

    /// <summary>True for the zero id, which stands for "none".</summary>
    public bool IsNone => Value == 0;

    /// <summary>The shard that receives the events of the guild with this id: <c>(id &gt;&gt; 22) % shardCount</c>.</summary>
    /// <param name="shardCount">How many shards the bot runs, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="shardCount"/> is below 1.</exception>
    public int ShardOf(int shardCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shardCount, 1);
        return (int)((Value >> 22) % (ulong)shardCount);
    }

    /// <summary>The smallest id that could have been made at <paramref name="instant"/>; useful as a bound in time.</summary>
    /// <param name="instant">Any time from 2015 on; earlier gives zero.</param>
    public static Snowflake At(DateTimeOffset instant) =>
        new((ulong)Math.Max(0, instant.ToUnixTimeMilliseconds() - EpochMilliseconds) << 22);

    /// <inheritdoc/>
    public int CompareTo(Snowflake other) => Value.CompareTo(other.Value);

    /// <summary>The id in decimal, as Discord writes it.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public static Snowflake Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <inheritdoc/>
    public static Snowflake Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException($"'{s}' is not a Discord id: 1 to 20 digits are allowed.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Snowflake result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Snowflake result)
    {
        var parsed = ulong.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        result = new Snowflake(value);
        return parsed;
    }

    /// <summary>Compares by value, which for snowflakes is by age.</summary>
    public static bool operator <(Snowflake left, Snowflake right) => left.Value < right.Value;

    /// <summary>Compares by value, which for snowflakes is by age.</summary>
    public static bool operator >(Snowflake left, Snowflake right) => left.Value > right.Value;

    /// <summary>Compares by value, which for snowflakes is by age.</summary>
    public static bool operator <=(Snowflake left, Snowflake right) => left.Value <= right.Value;

    /// <summary>Compares by value, which for snowflakes is by age.</summary>
    public static bool operator >=(Snowflake left, Snowflake right) => left.Value >= right.Value;
}
