using CsCheck;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.State;

namespace Vexera.Tests.Discord;

/// <summary>Permission arithmetic against a second, slow one that decides each bit by itself, as Discord's documentation tells it.</summary>
public sealed class PermissionTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Snowflake Guild = new(1), Owner = new(2), User = new(3), Channel = new(100), Thread = new(101), Orphan = new(102);

    private static readonly Permission[] Interesting =
    [
        Permission.Administrator, Permission.ViewChannel, Permission.SendMessages, Permission.SendMessagesInThreads, Permission.ReadMessageHistory,
        Permission.EmbedLinks, Permission.AttachFiles, Permission.MentionEveryone, Permission.SendTtsMessages, Permission.BanMembers,
        (Permission)(1UL << 60),
    ];

    private static readonly Gen<Permission> Bits = Gen.OneOf(Interesting).Array[0, 6].Select(bits => bits.Aggregate(Permission.None, (all, bit) => all | bit));
    private static readonly Gen<Permission> FewAdministrators = Gen.Select(Bits, Gen.Int[0, 9], (bits, chance) => chance == 0 ? bits : bits & ~Permission.Administrator);
    private static readonly Gen<Snowflake> RoleId = Gen.OneOf(Guild, new Snowflake(10), new Snowflake(11), new Snowflake(12), new Snowflake(13));

    private static readonly Gen<Overwrite> AnyOverwrite = Gen.Select(
        Gen.OneOf(RoleId, Gen.OneOf(User, Owner)), Gen.Bool, Bits, Bits,
        (id, member, allow, deny) => new Overwrite { Id = id, Type = member ? OverwriteType.Member : OverwriteType.Role, Allow = allow, Deny = deny });

    private static readonly Gen<Case> AnyCase = Gen.Select(
        Gen.Dictionary(RoleId, FewAdministrators)[0, 5],
        RoleId.Array[0, 4],
        AnyOverwrite.Array[0, 8],
        Gen.Bool,
        Gen.Int[0, 9].Select(chance => chance == 0 ? Owner : User),
        (roles, member, overwrites, timedOut, user) => new Case(
            roles.ToDictionary(),
            [.. member.Distinct()],
            [.. overwrites.DistinctBy(overwrite => (overwrite.Id, overwrite.Type))],
            timedOut,
            user));

    [Fact]
    public void InGuild_AnyMember_IsWhatTheDocumentationSays() => AnyCase.Sample(sample =>
    {
        var granted = PermissionCalculator.InGuild(Guild, Owner, sample.User, sample.MemberRoles, sample.RolePermissions, sample.TimedOut);

        foreach (var bit in Interesting)
            granted.HasFlag(bit).ShouldBe(sample.HasInGuild(bit), $"{bit}");
    });

    [Fact]
    public void PermissionsIn_AnyChannel_IsWhatTheDocumentationSays() => AnyCase.Sample(sample =>
    {
        var granted = sample.State.PermissionsIn(sample.User, sample.Member, Channel, Now);

        foreach (var bit in Interesting)
            granted.HasFlag(bit).ShouldBe(sample.HasInChannel(bit, Permission.SendMessages), $"{bit}");
    });

    [Fact]
    public void PermissionsIn_AnyThread_FollowsItsChannelButForWriting() => AnyCase.Sample(sample =>
    {
        var granted = sample.State.PermissionsIn(sample.User, sample.Member, Thread, Now);

        foreach (var bit in Interesting)
            granted.HasFlag(bit).ShouldBe(sample.HasInChannel(bit, Permission.SendMessagesInThreads), $"{bit}");
    });

    [Fact]
    public void PermissionsIn_UnknownChannelOrParent_IsNothingButForTheAlmighty() => AnyCase.Sample(sample =>
    {
        var almighty = sample.User == Owner || sample.HasRoleBit(Permission.Administrator);
        var expected = almighty ? PermissionCalculator.All : Permission.None;

        sample.State.PermissionsIn(sample.User, sample.Member, new Snowflake(999), Now).ShouldBe(expected);
        sample.State.PermissionsIn(sample.User, sample.Member, Orphan, Now).ShouldBe(expected);
    });

    private sealed record Case(
        Dictionary<Snowflake, Permission> Roles, Snowflake[] MemberRoles, Overwrite[] Overwrites, bool TimedOut, Snowflake User)
    {
        public Member Member => new() { Roles = MemberRoles, CommunicationDisabledUntil = TimedOut ? Now.AddSeconds(1) : Now };

        public GuildState State => new()
        {
            Id = Guild,
            Name = "g",
            OwnerId = Owner,
            Roles = SnowflakeMap<Role>.From(Roles.Select(pair => new Role { Id = pair.Key, Name = "r", Permissions = pair.Value }), role => role.Id),
            Channels = SnowflakeMap<Channel>.From(
            [
                new Channel { Id = Channel, Type = ChannelType.GuildText, PermissionOverwrites = Overwrites },
                new Channel { Id = Thread, Type = ChannelType.PublicThread, ParentId = Channel },
                new Channel { Id = Orphan, Type = ChannelType.PrivateThread, ParentId = new Snowflake(404) },
            ],
            channel => channel.Id),
        };

        public Permission? RolePermissions(Snowflake id) => Roles.TryGetValue(id, out var permissions) ? permissions : null;

        public bool HasRoleBit(Permission bit) =>
            MemberRoles.Append(Guild).Any(id => Roles.TryGetValue(id, out var permissions) && (permissions & bit) != 0);

        public bool HasInGuild(Permission bit) =>
            User == Owner || HasRoleBit(Permission.Administrator) || (HasRoleBit(bit) && SurvivesTimeout(bit));

        public bool HasInChannel(Permission bit, Permission writing)
        {
            if (User == Owner || HasRoleBit(Permission.Administrator))
                return true;
            Permission[] needWriting = [Permission.EmbedLinks, Permission.AttachFiles, Permission.MentionEveryone, Permission.SendTtsMessages];
            return Granted(bit) && Granted(Permission.ViewChannel) && (!needWriting.Contains(bit) || Granted(writing));
        }

        private bool Granted(Permission bit)
        {
            var granted = HasRoleBit(bit);
            granted = After(granted, Overwrites.Where(overwrite => overwrite.Type == OverwriteType.Role && overwrite.Id == Guild), bit);
            granted = After(granted, Overwrites.Where(overwrite => overwrite.Type == OverwriteType.Role && overwrite.Id != Guild && MemberRoles.Contains(overwrite.Id)), bit);
            granted = After(granted, Overwrites.Where(overwrite => overwrite.Type == OverwriteType.Member && overwrite.Id == User), bit);
            return granted && SurvivesTimeout(bit);
        }

        private bool SurvivesTimeout(Permission bit) => !TimedOut || bit is Permission.ViewChannel or Permission.ReadMessageHistory;

        private static bool After(bool granted, IEnumerable<Overwrite> overwrites, Permission bit)
        {
            var list = overwrites.ToList();
            if (list.Exists(overwrite => (overwrite.Allow & bit) != 0))
                return true;
            return granted && !list.Exists(overwrite => (overwrite.Deny & bit) != 0);
        }
    }
}
