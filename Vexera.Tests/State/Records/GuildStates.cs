using CsCheck;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.State;

namespace Vexera.Tests.State.Records;

/// <summary>Guild states: any there can be, and those of a certain size.</summary>
internal static class GuildStates
{
    private static readonly Gen<Snowflake> Id = Gen.OneOf(Gen.ULong[1, 40], Gen.ULong).Select(value => new Snowflake(value));
    private static readonly Gen<string> Text = Gen.Char[(char)32, '\uD7FF'].Array[0, 20].Select(chars => new string(chars));
    private static readonly Gen<Permission> Permissions = Gen.OneOf(Gen.ULong[0, 0xFFFF], Gen.ULong).Select(value => (Permission)value);
    private static readonly Gen<DateTimeOffset> Instant = Gen.Long[0, DateTime.MaxValue.Ticks].Select(ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    private static readonly Gen<Role> Role =
        from id in Id
        from name in Text
        from permissions in Permissions
        from position in Gen.Int
        from flags in Gen.Bool.Array[3]
        from color in Gen.OneOf(Gen.Const(0), Gen.Int)
        select new Role
        {
            Id = id,
            Name = name,
            Permissions = permissions,
            Position = position,
            Managed = flags[0],
            Hoist = flags[1],
            Mentionable = flags[2],
            Color = color,
        };

    private static readonly Gen<Overwrite> Overwrite =
        from id in Id
        from type in Gen.OneOf(Gen.Int[0, 1], Gen.Int)
        from allow in Permissions
        from deny in Permissions
        select new Overwrite { Id = id, Type = (OverwriteType)type, Allow = allow, Deny = deny };

    private static readonly Gen<ThreadMetadata?> Thread =
        from there in Gen.Bool
        from archived in Gen.Bool
        from locked in Gen.Bool
        select there ? new ThreadMetadata { Archived = archived, Locked = locked } : null;

    private static readonly Gen<Channel> Channel =
        from id in Id
        from type in Gen.OneOf(Gen.Int[0, 16], Gen.Int)
        from position in Gen.Int
        from name in Maybe(Text)
        from parent in Maybe(Id)
        from guild in Maybe(Id)
        from limit in Maybe(Gen.Int)
        from overwrites in Overwrite.Array[0, 4]
        from thread in Thread
        select new Channel
        {
            Id = id,
            Type = (ChannelType)type,
            Position = position,
            Name = name.Length == 0 ? null : name[0],
            ParentId = Nullable(parent),
            GuildId = Nullable(guild),
            RateLimitPerUser = Nullable(limit),
            PermissionOverwrites = overwrites,
            ThreadMetadata = thread,
        };

    private static readonly Gen<User> User =
        from id in Id
        from name in Text
        from global in Maybe(Text)
        from discriminator in Maybe(Text)
        from flags in Gen.Bool.Array[2]
        select new User
        {
            Id = id,
            Username = name,
            GlobalName = global.FirstOrDefault(),
            Discriminator = discriminator.FirstOrDefault(),
            Bot = flags[0],
            System = flags[1],
        };

    private static readonly Gen<Member> Member =
        from user in Maybe(User)
        from nick in Maybe(Text)
        from joined in Maybe(Instant)
        from until in Maybe(Instant)
        from pending in Gen.Bool
        from permissions in Maybe(Permissions)
        from roles in Id.Array[0, 5]
        select new Member
        {
            User = user.FirstOrDefault(),
            Nick = nick.FirstOrDefault(),
            JoinedAt = Nullable(joined),
            CommunicationDisabledUntil = Nullable(until),
            Pending = pending,
            Permissions = Nullable(permissions),
            Roles = roles,
        };

    /// <summary>Any state.</summary>
    public static readonly Gen<GuildState> Any =
        from id in Id
        from name in Text
        from owner in Id
        from system in Maybe(Id)
        from locale in Maybe(Text)
        from joined in Maybe(Instant)
        from members in Gen.Int
        from available in Gen.Bool
        from roles in Role.Array[0, 8]
        from channels in Channel.Array[0, 8]
        from self in Maybe(Member)
        select new GuildState
        {
            Id = id,
            Name = name,
            OwnerId = owner,
            SystemChannelId = Nullable(system),
            PreferredLocale = locale.FirstOrDefault(),
            JoinedAt = Nullable(joined),
            MemberCount = members,
            Available = available,
            Roles = SnowflakeMap<Role>.From(roles, role => role.Id),
            Channels = SnowflakeMap<Channel>.From(channels, channel => channel.Id),
            Self = self.FirstOrDefault(),
        };

    private static Gen<T[]> Maybe<T>(Gen<T> gen) => gen.Array[0, 1];

    private static T? Nullable<T>(T[] maybe)
        where T : struct =>
        maybe.Length == 0 ? null : maybe[0];
}
