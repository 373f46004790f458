using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.State;

/// <summary>What is known of one guild at one moment. Immutable: a change makes a new one.</summary>
internal sealed record GuildState
{
    /// <summary>The guild's id, which is also the id of its @everyone role.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>The guild's name.</summary>
    public required string Name { get; init; }

    /// <summary>The account that owns it.</summary>
    public required Snowflake OwnerId { get; init; }

    /// <summary>Where Discord posts its own notices, if set.</summary>
    public Snowflake? SystemChannelId { get; init; }

    /// <summary>The language the guild prefers, such as "en-US".</summary>
    public string? PreferredLocale { get; init; }

    /// <summary>When the bot joined, as far as Discord said.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>How many members the guild had when Discord last said so.</summary>
    public int MemberCount { get; init; }

    /// <summary>False during an outage of the guild; what is known is kept.</summary>
    public bool Available { get; init; } = true;

    /// <summary>Roles by id, @everyone included.</summary>
    public SnowflakeMap<Role> Roles { get; init; } = SnowflakeMap<Role>.Empty;

    /// <summary>Channels and active threads by id.</summary>
    public SnowflakeMap<Channel> Channels { get; init; } = SnowflakeMap<Channel>.Empty;

    /// <summary>The bot's own membership; null until Discord sent it.</summary>
    public Member? Self { get; init; }

    /// <summary>What a member may do in a channel or thread, by Discord's arithmetic.</summary>
    /// <param name="userId">The member.</param>
    /// <param name="member">Roles and timeout of the member.</param>
    /// <param name="channelId">A channel or thread of this guild; an unknown one gives nothing but to the owner and administrators.</param>
    /// <param name="now">For the timeout.</param>
    public Permission PermissionsIn(Snowflake userId, Member member, Snowflake channelId, DateTimeOffset now)
    {
        var inGuild = PermissionCalculator.InGuild(Id, OwnerId, userId, member.Roles, PermissionsOfRole);
        if (inGuild.HasFlag(Permission.Administrator))
            return PermissionCalculator.All;
        if (!Channels.TryGetValue(channelId, out var channel))
            return Permission.None;
        var isThread = channel.Type is ChannelType.AnnouncementThread or ChannelType.PublicThread or ChannelType.PrivateThread;
        if (isThread && !(channel.ParentId is { } parent && Channels.TryGetValue(parent, out channel)))
            return Permission.None;
        return PermissionCalculator.InChannel(
            inGuild, Id, userId, member.Roles, channel.PermissionOverwrites, member.CommunicationDisabledUntil > now, isThread);
    }

    /// <summary>What a member may do in the guild as a whole, by Discord's arithmetic.</summary>
    /// <param name="userId">The member.</param>
    /// <param name="member">Roles and timeout of the member.</param>
    /// <param name="now">For the timeout.</param>
    public Permission PermissionsOf(Snowflake userId, Member member, DateTimeOffset now) =>
        PermissionCalculator.InGuild(Id, OwnerId, userId, member.Roles, PermissionsOfRole, member.CommunicationDisabledUntil > now);

    private Permission? PermissionsOfRole(Snowflake id) => Roles.TryGetValue(id, out var role) ? role.Permissions : null;
}
