using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Rest.Routing;

/// <summary>Finds what a path names and refuses what the caller may not see or do, with Discord's codes.</summary>
internal static class AccessRules
{
    /// <summary>The guild in the path, of which the caller is a member.</summary>
    public static Guild Guild(this RestCall call)
    {
        var guild = call.World.Guilds.Find(call.Id("guild_id")) ?? throw WorldException.UnknownGuild();
        return guild.Members.ContainsKey(call.User.Id) ? guild : throw WorldException.MissingAccess();
    }

    /// <summary>The guild in the path, where the caller has the permission.</summary>
    public static Guild Guild(this RestCall call, Permission needed)
    {
        var guild = call.Guild();
        call.Require(guild, needed);
        return guild;
    }

    public static void Require(this RestCall call, Guild guild, Permission needed)
    {
        if (!PermissionRules.InGuild(guild, call.User.Id, call.World.Now).HasFlag(needed))
            throw WorldException.MissingPermissions();
    }

    /// <summary>The channel in the path, which the caller sees.</summary>
    public static Channel Channel(this RestCall call) => call.Seen(call.World.Channels.Get(call.Id("channel_id")));

    /// <summary>The channel in the path, where the caller has the permission.</summary>
    public static Channel Channel(this RestCall call, Permission needed)
    {
        var channel = call.Channel();
        call.Require(channel, needed);
        return channel;
    }

    /// <summary>The channel, when the caller may see it.</summary>
    public static Channel Seen(this RestCall call, Channel channel)
    {
        if (channel.GuildId is { } guildId && call.World.Members.Find(guildId, call.User.Id) is null)
            throw WorldException.MissingAccess();
        return call.Permissions(channel).HasFlag(Permission.ViewChannel) ? channel : throw WorldException.MissingAccess();
    }

    public static Permission Permissions(this RestCall call, Channel channel) => call.World.Channels.PermissionsOf(call.User.Id, channel);

    public static void Require(this RestCall call, Channel channel, Permission needed)
    {
        if (!call.Permissions(channel).HasFlag(needed))
            throw WorldException.MissingPermissions();
    }

    /// <summary>The channel in the path, when it belongs to a guild.</summary>
    public static Channel GuildChannel(this RestCall call, Permission needed)
    {
        var channel = call.Channel();
        if (channel.GuildId is null)
            throw new RestException(RestErrors.NotOnDirectMessages);
        call.Require(channel, needed);
        return channel;
    }

    /// <summary>The message in the path, as far as the caller sees it.</summary>
    public static Message Message(this RestCall call, Channel channel) => call.Message(channel, call.Id("message_id"));

    public static Message Message(this RestCall call, Channel channel, ulong messageId)
    {
        var message = call.World.Messages.Get(channel.Id, messageId);
        return message.VisibleTo is null || message.VisibleTo == call.User.Id ? message : throw WorldException.UnknownMessage();
    }

    /// <exception cref="WorldException">The caller does not stand above the user.</exception>
    public static void RequireRankAbove(this RestCall call, Guild guild, ulong userId)
    {
        if (!PermissionRules.Outranks(guild, call.User.Id, userId))
            throw WorldException.MissingPermissions();
    }

    /// <exception cref="WorldException">The caller's top role is not above the role.</exception>
    public static void RequireRankAbove(this RestCall call, Guild guild, Role role)
    {
        if (!PermissionRules.Outranks(guild, call.User.Id, role))
            throw WorldException.MissingPermissions();
    }

    /// <summary>Nobody hands out permissions that it has not.</summary>
    public static void RequireHolding(this RestCall call, Guild guild, Permission handedOut)
    {
        var own = PermissionRules.InGuild(guild, call.User.Id, call.World.Now);
        if ((handedOut & ~own) != 0)
            throw WorldException.MissingPermissions();
    }
}
