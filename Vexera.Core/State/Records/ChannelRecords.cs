using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;

namespace Vexera.Core.State.Records;

/// <summary>Channels and threads within a guild's record: all ids, then what each has.</summary>
internal static class ChannelRecords
{
    [Flags]
    private enum Parts : byte
    {
        Name = 1,
        Parent = 2,
        Guild = 4,
        RateLimit = 8,
        Thread = 16,
        Archived = 32,
        Locked = 64,
        Overwrites = 128,
    }

    /// <summary>Writes the channels of a guild.</summary>
    public static void Write(ref RecordWriter writer, Snowflake guildId, SnowflakeMap<Channel> channels, SnowflakeMap<Role> roles)
    {
        writer.Ids(channels.Ids, guildId);
        foreach (var channel in channels.Values)
        {
            writer.Byte((byte)PartsOf(channel));
            writer.Signed((int)channel.Type);
            writer.Signed(channel.Position);
            if (channel.Name is { } name)
                writer.Text(name);
            if (channel.ParentId is { } parent)
                writer.Reference(parent, channels.IndexOf(parent));
            if (channel.GuildId is { } guild)
                writer.Fixed(guild.Value);
            if (channel.RateLimitPerUser is { } limit)
                writer.Signed(limit);
            if (channel.PermissionOverwrites.Count > 0)
                OverwriteRecords.Write(ref writer, channel.PermissionOverwrites, roles);
        }
    }

    /// <summary>Reads the channels of a guild.</summary>
    public static SnowflakeMap<Channel> Read(ref RecordReader reader, Snowflake guildId, ReadOnlySpan<Snowflake> roles)
    {
        var ids = reader.Ids(guildId);
        var channels = new Channel[ids.Length];
        for (var index = 0; index < channels.Length; index++)
            channels[index] = Read(ref reader, ids[index], ids, roles);
        return new SnowflakeMap<Channel>(ids, channels);
    }

    private static Channel Read(ref RecordReader reader, Snowflake id, ReadOnlySpan<Snowflake> channels, ReadOnlySpan<Snowflake> roles)
    {
        var parts = (Parts)reader.Byte();
        return new Channel
        {
            Id = id,
            Type = (ChannelType)reader.Signed(),
            Position = reader.Signed(),
            Name = parts.HasFlag(Parts.Name) ? reader.Text() : null,
            ParentId = parts.HasFlag(Parts.Parent) ? reader.Reference(channels) : null,
            GuildId = parts.HasFlag(Parts.Guild) ? reader.Id() : null,
            RateLimitPerUser = parts.HasFlag(Parts.RateLimit) ? reader.Signed() : null,
            PermissionOverwrites = parts.HasFlag(Parts.Overwrites) ? OverwriteRecords.Read(ref reader, roles) : [],
            ThreadMetadata = parts.HasFlag(Parts.Thread)
                ? new ThreadMetadata { Archived = parts.HasFlag(Parts.Archived), Locked = parts.HasFlag(Parts.Locked) }
                : null,
        };
    }

    private static Parts PartsOf(Channel channel) =>
        (channel.Name is null ? 0 : Parts.Name)
        | (channel.ParentId is null ? 0 : Parts.Parent)
        | (channel.GuildId is null ? 0 : Parts.Guild)
        | (channel.RateLimitPerUser is null ? 0 : Parts.RateLimit)
        | (channel.ThreadMetadata is null ? 0 : Parts.Thread)
        | (channel.ThreadMetadata is { Archived: true } ? Parts.Archived : 0)
        | (channel.ThreadMetadata is { Locked: true } ? Parts.Locked : 0)
        | (channel.PermissionOverwrites.Count == 0 ? 0 : Parts.Overwrites);
}
