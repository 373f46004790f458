using System.Collections.Immutable;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.World.Demo;

/// <summary>A small community with a moderator, a bot and some channels.</summary>
internal static class DemoGuild
{
    /// <summary>What the bot was invited with.</summary>
    public const Permission BotPermissions = PermissionSets.NewGuildEveryone | Permission.KickMembers | Permission.BanMembers
        | Permission.ModerateMembers | Permission.ManageMessages | Permission.ManageRoles | Permission.ManageChannels
        | Permission.ManageNicknames | Permission.ManageWebhooks | Permission.ManageThreads | Permission.MoveMembers
        | Permission.ViewAuditLog | Permission.PinMessages;

    private const Permission ModeratorPermissions = PermissionSets.NewGuildEveryone | Permission.KickMembers | Permission.BanMembers
        | Permission.ModerateMembers | Permission.ManageMessages | Permission.ManageNicknames | Permission.MuteMembers
        | Permission.MoveMembers | Permission.ManageThreads | Permission.ViewAuditLog | Permission.PinMessages;

    private const Permission EveryonePermissions = PermissionSets.NewGuildEveryone & ~Permission.MentionEveryone;
    private const int MemberRole = 1, ModeratorRole = 2, BotRole = 3;
    private const int General = 2;

    public static Guild Create(SandboxWorld world, int number, string name)
    {
        var id = WorldIds.Guild(number);
        var joined = WorldIds.FirstMoment.AddHours(1);
        Member Of(ulong userId, params int[] roles) =>
            new(world.Users.Get(userId), joined) { Roles = [.. roles.Select(role => RoleId(number, role))] };

        return new Guild(id, name, DemoWorld.People[0].Id)
        {
            Features = ["COMMUNITY", "NEWS"],
            VerificationLevel = 1,
            ExplicitContentFilter = 2,
            SystemChannelId = ChannelId(number, General),
            RulesChannelId = ChannelId(number, General),
            PublicUpdatesChannelId = ChannelId(number, 4),
            Roles = Roles(number, id).ToImmutableDictionary(role => role.Id),
            Channels = Channels(number, id).ToImmutableDictionary(channel => channel.Id),
            Members = new[]
            {
                Of(DemoWorld.People[0].Id, MemberRole),
                Of(DemoWorld.People[1].Id, MemberRole, ModeratorRole),
                Of(DemoWorld.People[2].Id, MemberRole),
                Of(DemoWorld.BotId, BotRole),
            }.ToImmutableDictionary(member => member.User.Id),
        };
    }

    private static IEnumerable<Role> Roles(int number, ulong guildId) =>
    [
        new(guildId, "@everyone") { Permissions = EveryonePermissions },
        new(RoleId(number, MemberRole), "Member") { Permissions = EveryonePermissions, Position = 1, Mentionable = true },
        new(RoleId(number, ModeratorRole), "Moderator") { Permissions = ModeratorPermissions, Position = 2, Color = 0x2ECC71, Hoist = true },
        new(RoleId(number, BotRole), "Vexera") { Permissions = BotPermissions, Position = 3, Managed = true, BotId = DemoWorld.BotId },
    ];

    private static IEnumerable<Channel> Channels(int number, ulong guildId)
    {
        Channel Of(int index, ChannelType type, string name, int? category, params Overwrite[] overwrites) =>
            new(ChannelId(number, index), type)
            {
                GuildId = guildId,
                Name = name,
                Position = index,
                ParentId = category is { } parent ? ChannelId(number, parent) : null,
                Overwrites = [.. overwrites],
            };

        var nobody = new Overwrite(guildId, OverwriteType.Role, Permission.None, Permission.ViewChannel);
        var readOnly = new Overwrite(guildId, OverwriteType.Role, Permission.None, Permission.SendMessages);
        var moderators = new Overwrite(RoleId(number, ModeratorRole), OverwriteType.Role, Permission.ViewChannel | Permission.SendMessages, Permission.None);
        var bot = moderators with { Id = RoleId(number, BotRole) };
        return
        [
            Of(0, ChannelType.Category, "Community", null),
            Of(1, ChannelType.Announcement, "announcements", 0, readOnly, moderators, bot),
            Of(General, ChannelType.Text, "general", 0),
            Of(3, ChannelType.Text, "playground", 0) with { Topic = "Try commands here" },
            Of(4, ChannelType.Text, "moderators", 0, nobody, moderators, bot),
            Of(5, ChannelType.Category, "Voice", null),
            Of(6, ChannelType.Voice, "Lounge", 5),
        ];
    }

    private static ulong ChannelId(int number, int index) => WorldIds.Of(number, WorldIdKind.Channel, (ushort)index);

    private static ulong RoleId(int number, int index) => WorldIds.Of(number, WorldIdKind.Role, (ushort)index);
}
