using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.State.Records;

/// <summary>The bot's own membership within a guild's record.</summary>
internal static class MemberRecord
{
    [Flags]
    private enum Parts : byte
    {
        User = 1,
        Nick = 2,
        JoinedAt = 4,
        Timeout = 8,
        Pending = 16,
        Permissions = 32,
    }

    [Flags]
    private enum UserParts : byte
    {
        GlobalName = 1,
        Discriminator = 2,
        Bot = 4,
        System = 8,
    }

    /// <summary>Writes a membership.</summary>
    public static void Write(ref RecordWriter writer, Member member, SnowflakeMap<Role> roles)
    {
        writer.Byte((byte)PartsOf(member));
        if (member.User is { } user)
            Write(ref writer, user);
        if (member.Nick is { } nick)
            writer.Text(nick);
        if (member.JoinedAt is { } joined)
            writer.Instant(joined);
        if (member.CommunicationDisabledUntil is { } until)
            writer.Instant(until);
        if (member.Permissions is { } permissions)
            writer.Unsigned((ulong)permissions);
        writer.Unsigned((ulong)member.Roles.Count);
        foreach (var role in member.Roles)
            writer.Reference(role, roles.IndexOf(role));
    }

    /// <summary>Reads a membership.</summary>
    public static Member Read(ref RecordReader reader, ReadOnlySpan<Snowflake> roles)
    {
        var parts = (Parts)reader.Byte();
        return new Member
        {
            User = parts.HasFlag(Parts.User) ? ReadUser(ref reader) : null,
            Nick = parts.HasFlag(Parts.Nick) ? reader.Text() : null,
            JoinedAt = parts.HasFlag(Parts.JoinedAt) ? reader.Instant() : null,
            CommunicationDisabledUntil = parts.HasFlag(Parts.Timeout) ? reader.Instant() : null,
            Pending = parts.HasFlag(Parts.Pending),
            Permissions = parts.HasFlag(Parts.Permissions) ? (Permission)reader.Unsigned() : null,
            Roles = ReadRoles(ref reader, roles),
        };
    }

    private static Snowflake[] ReadRoles(ref RecordReader reader, ReadOnlySpan<Snowflake> roles)
    {
        var ids = new Snowflake[reader.Count()];
        for (var index = 0; index < ids.Length; index++)
            ids[index] = reader.Reference(roles);
        return ids;
    }

    private static void Write(ref RecordWriter writer, User user)
    {
        writer.Byte((byte)PartsOf(user));
        writer.Fixed(user.Id.Value);
        writer.Text(user.Username);
        if (user.GlobalName is { } name)
            writer.Text(name);
        if (user.Discriminator is { } discriminator)
            writer.Text(discriminator);
    }

    private static User ReadUser(ref RecordReader reader)
    {
        var parts = (UserParts)reader.Byte();
        return new User
        {
            Id = reader.Id(),
            Username = reader.Text(),
            GlobalName = parts.HasFlag(UserParts.GlobalName) ? reader.Text() : null,
            Discriminator = parts.HasFlag(UserParts.Discriminator) ? reader.Text() : null,
            Bot = parts.HasFlag(UserParts.Bot),
            System = parts.HasFlag(UserParts.System),
        };
    }

    private static Parts PartsOf(Member member) =>
        (member.User is null ? 0 : Parts.User)
        | (member.Nick is null ? 0 : Parts.Nick)
        | (member.JoinedAt is null ? 0 : Parts.JoinedAt)
        | (member.CommunicationDisabledUntil is null ? 0 : Parts.Timeout)
        | (member.Pending ? Parts.Pending : 0)
        | (member.Permissions is null ? 0 : Parts.Permissions);

    private static UserParts PartsOf(User user) =>
        (user.GlobalName is null ? 0 : UserParts.GlobalName)
        | (user.Discriminator is null ? 0 : UserParts.Discriminator)
        | (user.Bot ? UserParts.Bot : 0)
        | (user.System ? UserParts.System : 0);
}
