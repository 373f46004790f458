using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Permissions;

/// <summary>
/// Discord's permission arithmetic and role hierarchy. <see href="https://discord.com/developers/docs/topics/permissions"/>
/// </summary>
internal static class PermissionRules
{
    /// <summary>What a user may do in the whole guild; nothing when it is no member.</summary>
    public static Permission InGuild(Guild guild, ulong userId, DateTimeOffset now)
    {
        if (guild.OwnerId == userId)
        {
            return PermissionSets.All;
        }

        if (!guild.Members.TryGetValue(userId, out var member))
        {
            return Permission.None;
        }

        var granted = Base(guild, member);
        return granted.HasFlag(Permission.Administrator) ? PermissionSets.All : WhileTimedOut(granted, member, now);
    }

    /// <summary>What a user may do in a channel or thread of the guild; nothing when it is no member.</summary>
    public static Permission InChannel(Guild guild, Channel channel, ulong userId, DateTimeOffset now)
    {
        if (guild.OwnerId == userId)
        {
            return PermissionSets.All;
        }

        if (!guild.Members.TryGetValue(userId, out var member))
        {
            return Permission.None;
        }

        var granted = Base(guild, member);
        if (granted.HasFlag(Permission.Administrator))
        {
            return PermissionSets.All;
        }

        var ruling = channel.IsThread && channel.ParentId is { } parent && guild.Channels.TryGetValue(parent, out var found) ? found : channel;
        granted = WhileTimedOut(WithOverwrites(granted, guild, ruling, member), member, now);
        granted = WithoutImplied(granted, channel);
        return channel.Type is ChannelType.PrivateThread && !SeesPrivateThread(channel, userId, granted) ? Permission.None : granted;
    }

    /// <summary>Whether <paramref name="actorId"/> stands above <paramref name="targetId"/>: by ownership, else by the top role.</summary>
    public static bool Outranks(Guild guild, ulong actorId, ulong targetId)
    {
        if (targetId == guild.OwnerId)
        {
            return false;
        }

        if (actorId == guild.OwnerId || !guild.Members.TryGetValue(targetId, out var target))
        {
            return true;
        }

        return guild.Members.TryGetValue(actorId, out var actor) && IsAbove(guild.TopRole(actor), guild.TopRole(target));
    }

    /// <summary>Whether the user may hand out, change or delete the role: its own top role is higher.</summary>
    public static bool Outranks(Guild guild, ulong actorId, Role role) =>
        actorId == guild.OwnerId
        || (guild.Members.TryGetValue(actorId, out var actor) && IsAbove(guild.TopRole(actor), role));

    public static bool IsTimedOut(Member member, DateTimeOffset now) => member.CommunicationDisabledUntil > now;

    private static bool IsAbove(Role one, Role other) =>
        one.Position != other.Position ? one.Position > other.Position : one.Id < other.Id;

    private static Permission Base(Guild guild, Member member)
    {
        var granted = guild.Everyone.Permissions;
        foreach (var id in member.Roles)
        {
            granted |= guild.Roles.TryGetValue(id, out var role) ? role.Permissions : Permission.None;
        }

        return granted;
    }

    private static Permission WithOverwrites(Permission granted, Guild guild, Channel channel, Member member)
    {
        Permission allow = 0, deny = 0;
        Overwrite? own = null;
        foreach (var overwrite in channel.Overwrites)
        {
            if (overwrite.Id == guild.Id)
            {
                granted = (granted & ~overwrite.Deny) | overwrite.Allow;
            }
            else if (overwrite.Type == OverwriteType.Member)
            {
                own = overwrite.Id == member.User.Id ? overwrite : own;
            }
            else if (member.Roles.Contains(overwrite.Id))
            {
                allow |= overwrite.Allow;
                deny |= overwrite.Deny;
            }
        }

        granted = (granted & ~deny) | allow;
        return own is null ? granted : (granted & ~own.Deny) | own.Allow;
    }

    private static Permission WhileTimedOut(Permission granted, Member member, DateTimeOffset now) =>
        IsTimedOut(member, now) ? granted & PermissionSets.TimedOut : granted;

    private static Permission WithoutImplied(Permission granted, Channel channel)
    {
        if (!granted.HasFlag(Permission.ViewChannel))
        {
            return Permission.None;
        }

        var sending = channel.IsThread ? Permission.SendMessagesInThreads : Permission.SendMessages;
        granted = granted.HasFlag(sending) ? granted | Permission.SendMessages : granted & ~(PermissionSets.NeedSending | Permission.SendMessages);
        return channel.IsVoice && !granted.HasFlag(Permission.Connect) ? granted & ~Permission.ManageChannels : granted;
    }

    private static bool SeesPrivateThread(Channel thread, ulong userId, Permission granted) =>
        granted.HasFlag(Permission.ManageThreads) || thread.Thread!.Members.ContainsKey(userId);
}
