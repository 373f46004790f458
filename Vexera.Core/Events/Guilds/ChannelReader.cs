using System.Text.Json;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Json;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Events.Guilds;

/// <summary>Reads a channel or thread within a guild.</summary>
internal static class ChannelReader
{
    /// <summary>Reads the channel that the reader is at the start of.</summary>
    public static Channel Read(ref Utf8JsonReader reader)
    {
        Snowflake? id = null, guild = null, parent = null;
        int? type = null, limit = null;
        var position = 0;
        string? name = null;
        IReadOnlyList<Overwrite> overwrites = [];
        ThreadMetadata? thread = null;
        while (JsonValues.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
                id = JsonValues.NextId(ref reader);
            else if (reader.ValueTextEquals("type"u8))
                type = JsonValues.NextNumber(ref reader);
            else if (reader.ValueTextEquals("name"u8))
                name = JsonValues.MaybeNextText(ref reader);
            else if (reader.ValueTextEquals("position"u8))
                position = JsonValues.NextNumber(ref reader);
            else if (reader.ValueTextEquals("parent_id"u8))
                parent = JsonValues.MaybeNextId(ref reader);
            else if (reader.ValueTextEquals("permission_overwrites"u8))
                overwrites = JsonValues.NextList(ref reader, ReadOverwrite);
            else if (reader.ValueTextEquals("rate_limit_per_user"u8))
                limit = JsonValues.MaybeNextNumber(ref reader);
            else if (reader.ValueTextEquals("guild_id"u8))
                guild = JsonValues.MaybeNextId(ref reader);
            else if (reader.ValueTextEquals("thread_metadata"u8))
                thread = MaybeNextThread(ref reader);
            else
                JsonValues.SkipNext(ref reader);
        }

        return new Channel
        {
            Id = JsonValues.Required(id, "id"),
            Type = (ChannelType)JsonValues.Required(type, "type"),
            GuildId = guild,
            Name = name,
            Position = position,
            ParentId = parent,
            PermissionOverwrites = overwrites,
            RateLimitPerUser = limit,
            ThreadMetadata = thread,
        };
    }

    private static Overwrite ReadOverwrite(ref Utf8JsonReader reader)
    {
        Snowflake? id = null;
        int? type = null;
        var (allow, deny) = (Permission.None, Permission.None);
        while (JsonValues.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
                id = JsonValues.NextId(ref reader);
            else if (reader.ValueTextEquals("type"u8))
                type = JsonValues.NextNumber(ref reader);
            else if (reader.ValueTextEquals("allow"u8))
                allow = RoleReader.NextPermissions(ref reader);
            else if (reader.ValueTextEquals("deny"u8))
                deny = RoleReader.NextPermissions(ref reader);
            else
                JsonValues.SkipNext(ref reader);
        }

        return new Overwrite
        {
            Id = JsonValues.Required(id, "id"),
            Type = (OverwriteType)JsonValues.Required(type, "type"),
            Allow = allow,
            Deny = deny,
        };
    }

    private static ThreadMetadata? MaybeNextThread(ref Utf8JsonReader reader)
    {
        reader.Read();
        return JsonSerializer.Deserialize(ref reader, DiscordJson.Default.ThreadMetadata);
    }
}
