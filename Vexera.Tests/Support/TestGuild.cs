using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.State;

namespace Vexera.Tests.Support;

/// <summary>A guild with an owner, a moderator and a plain member, the bot, a few channels and roles.</summary>
internal static class TestGuild
{
    public static readonly Snowflake Id = new(10);
    public static readonly Snowflake General = new(20);
    public static readonly Snowflake Silent = new(21);
    public static readonly Snowflake Thread = new(22);
    public static readonly Snowflake Moderators = new(30);
    public static readonly Snowflake BotRole = new(31);

    public static readonly User Owner = new() { Id = new Snowflake(1), Username = "owner" };
    public static readonly User Moderator = new() { Id = new Snowflake(2), Username = "moderator" };
    public static readonly User Plain = new() { Id = new Snowflake(3), Username = "member" };

    private const Permission Everyone = Permission.ViewChannel | Permission.SendMessages | Permission.SendMessagesInThreads | Permission.ReadMessageHistory;

    public static GuildState State { get; } = new()
    {
        Id = Id,
        Name = "Test",
        OwnerId = Owner.Id,
        SystemChannelId = General,
        JoinedAt = DateTimeOffset.UnixEpoch,
        Self = new Member { Roles = [BotRole] },
        Roles = Roles(
            new Role { Id = Id, Name = "@everyone", Permissions = Everyone },
            new Role { Id = Moderators, Name = "Moderators", Permissions = Permission.ManageGuild | Permission.BanMembers, Position = 2 },
            new Role { Id = BotRole, Name = "Vexera", Permissions = Permission.None, Position = 1, Managed = true }),
        Channels = Channels(
            new Channel { Id = General, Type = ChannelType.GuildText, Name = "general", Position = 1 },
            new Channel
            {
                Id = Silent,
                Type = ChannelType.GuildText,
                Name = "silent",
                Position = 0,
                PermissionOverwrites = [new Overwrite { Id = BotRole, Type = OverwriteType.Role, Deny = Permission.SendMessages }],
            },
            new Channel { Id = Thread, Type = ChannelType.PublicThread, Name = "thread", ParentId = General }),
    };

    public static Member MemberOf(User user) => new() { User = user, Roles = user == Moderator ? [Moderators] : [] };

    public static SnowflakeMap<Channel> Channels(params Channel[] channels) => SnowflakeMap<Channel>.From(channels, channel => channel.Id);

    private static SnowflakeMap<Role> Roles(params Role[] roles) => SnowflakeMap<Role>.From(roles, role => role.Id);
}
