using System.Buffers.Text;
using Vexera.Core.Discord;

namespace Vexera.Core.Events;

/// <summary>Reads from a payload where an event belongs, without decoding it. Never throws.</summary>
internal static class RoutingIds
{
    /// <summary>The payload's own <c>guild_id</c>, or null when it has none.</summary>
    /// <param name="data">The frame's <c>d</c> in UTF-8 JSON.</param>
    public static Snowflake? GuildId(ReadOnlySpan<byte> data) => Find(data, "\"guild_id\""u8);

    /// <summary>The payload's own <c>channel_id</c>, or null when it has none.</summary>
    /// <param name="data">The frame's <c>d</c> in UTF-8 JSON.</param>
    public static Snowflake? ChannelId(ReadOnlySpan<byte> data) => Find(data, "\"channel_id\""u8);

    /// <summary>The payload's own <c>id</c>, or null when it has none.</summary>
    /// <param name="data">The frame's <c>d</c> in UTF-8 JSON.</param>
    public static Snowflake? Id(ReadOnlySpan<byte> data) => Find(data, "\"id\""u8);

    private static Snowflake? Find(ReadOnlySpan<byte> data, ReadOnlySpan<byte> quotedName)
    {
        if (!TopLevelProperty.TryFind(data, quotedName, out var value))
            return null;
        var quoted = value.StartsWith("\""u8);
        if (quoted)
            value = value[1..];
        if (!Utf8Parser.TryParse(value, out ulong id, out var length) || id == 0)
            return null;
        return !quoted || (length < value.Length && value[length] == (byte)'"') ? new Snowflake(id) : null;
    }
}
