using Vexera.Core.Discord;

namespace Vexera.Core.Modules.Moderation;

/// <summary>Ids and instants that may be missing, as columns hold them: 64-bit integers, Unix milliseconds.</summary>
internal static class Column
{
    public static Snowflake Id(long column) => new(unchecked((ulong)column));

    public static Snowflake? Id(long? column) => column is { } id ? Id(id) : null;

    public static DateTimeOffset Instant(long column) => DateTimeOffset.FromUnixTimeMilliseconds(column);

    public static DateTimeOffset? Instant(long? column) => column is { } at ? Instant(at) : null;

    public static long Of(Snowflake id) => unchecked((long)id.Value);

    public static long? Of(Snowflake? id) => id is { } given ? Of(given) : null;

    public static long Of(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    public static long? Of(DateTimeOffset? at) => at is { } given ? Of(given) : null;
}
