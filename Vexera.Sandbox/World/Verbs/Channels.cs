using Vexera.Sandbox.World.Events;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.World.Verbs;

/// <summary>Channels of guilds, with their overwrites.</summary>
internal sealed class Channels(WorldState state, AuditLog audit)
{
    /// <summary>A guild's channel, a thread or a direct conversation.</summary>
    public Channel? Find(ulong id) => state.FindChannel(id);

    public Channel Get(ulong id) => state.Channel(id);

    /// <summary>What a user may do there, in a guild or in a direct conversation.</summary>
    public Permission PermissionsOf(ulong userId, Channel channel) =>
        channel.GuildId is { } guildId
            ? state.Guilds.Find(guildId) is { } guild ? PermissionRules.InChannel(guild, channel, userId, state.Now) : Permission.None
            : channel.Recipients.Any(user => user.Id == userId) ? PermissionSets.DirectConversation : Permission.None;

    /// <summary>Adds a channel; the position is last unless the draft says another.</summary>
    public Channel Create(ulong guildId, ChannelType type, string name, Actor actor, Func<Channel, Channel>? draft = null)
    {
        lock (state.Gate)
        {
            var guild = state.Guild(guildId);
            var position = guild.Channels.Values.Where(channel => !channel.IsThread).Select(channel => channel.Position + 1).DefaultIfEmpty().Max();
            var channel = new Channel(state.Ids.Next(), type) { GuildId = guildId, Name = name, Position = position };
            channel = state.Change(draft?.Invoke(channel) ?? channel);
            state.Publish(GuildEvents.ChannelCreated(channel));
            audit.Write(guildId, actor, AuditAction.ChannelCreate, channel.Id, Changes(null, channel));
            return channel;
        }
    }

    public Channel Update(ulong channelId, Actor actor, Func<Channel, Channel> change)
    {
        lock (state.Gate)
        {
            var before = state.Channel(channelId);
            var after = state.Change(change(before));
            if (after.IsThread)
            {
                state.Publish(ThreadEvents.Updated(after));
            }
            else
            {
                state.Publish(GuildEvents.ChannelUpdated(after));
            }

            var changes = Changes(before, after);
            if (after.GuildId is { } guildId && changes.Length > 0)
            {
                audit.Write(guildId, actor, after.IsThread ? AuditAction.ThreadUpdate : AuditAction.ChannelUpdate, channelId, changes);
            }

            return after;
        }
    }

    public Channel Delete(ulong channelId, Actor actor)
    {
        lock (state.Gate)
        {
            var channel = state.Channel(channelId);
            var guildId = channel.GuildId ?? throw WorldException.UnknownChannel();
            state.Guilds.Change(guildId, guild => Without(guild, channelId));
            state.Messages.Remove(channelId);
            state.Publish(channel.IsThread ? ThreadEvents.Deleted(channel) : GuildEvents.ChannelDeleted(channel));
            audit.Write(guildId, actor, channel.IsThread ? AuditAction.ThreadDelete : AuditAction.ChannelDelete, channelId, Changes(channel, null));
            return channel;
        }
    }

    /// <summary>Sets one overwrite of a channel.</summary>
    public Channel SetOverwrite(ulong channelId, Overwrite overwrite, Actor actor)
    {
        lock (state.Gate)
        {
            var before = state.Channel(channelId);
            var old = before.Overwrites.FirstOrDefault(one => one.Id == overwrite.Id);
            var overwrites = old is null ? before.Overwrites.Add(overwrite) : before.Overwrites.Replace(old, overwrite);
            var after = state.Change(before with { Overwrites = overwrites });
            state.Publish(GuildEvents.ChannelUpdated(after));
            Log(after, actor, old is null ? AuditAction.ChannelOverwriteCreate : AuditAction.ChannelOverwriteUpdate, old, overwrite);
            return after;
        }
    }

    public Channel RemoveOverwrite(ulong channelId, ulong overwriteId, Actor actor)
    {
        lock (state.Gate)
        {
            var before = state.Channel(channelId);
            var old = before.Overwrites.FirstOrDefault(one => one.Id == overwriteId) ?? throw WorldException.Unknown(10009, "Overwrite");
            var after = state.Change(before with { Overwrites = before.Overwrites.Remove(old) });
            state.Publish(GuildEvents.ChannelUpdated(after));
            Log(after, actor, AuditAction.ChannelOverwriteDelete, old, null);
            return after;
        }
    }

    /// <summary>Tells who watches that somebody types.</summary>
    public void Type(ulong channelId, ulong userId)
    {
        lock (state.Gate)
        {
            var channel = state.Channel(channelId);
            var member = channel.GuildId is { } guildId ? state.Guild(guildId).Members.GetValueOrDefault(userId) : null;
            state.Publish(MemberEvents.Typing(channel, state.User(userId), member, state.Now));
        }
    }

    private static Guild Without(Guild guild, ulong channelId) => guild with
    {
        Channels = guild.Channels
            .RemoveRange(guild.Channels.Values.Where(channel => channel.IsThread && channel.ParentId == channelId).Select(channel => channel.Id))
            .Remove(channelId)
            .SetItems(guild.Channels.Values.Where(channel => !channel.IsThread && channel.ParentId == channelId)
                .Select(channel => KeyValuePair.Create(channel.Id, channel with { ParentId = null }))),
        SystemChannelId = guild.SystemChannelId == channelId ? null : guild.SystemChannelId,
        RulesChannelId = guild.RulesChannelId == channelId ? null : guild.RulesChannelId,
    };

    private static System.Collections.Immutable.ImmutableArray<AuditChange> Changes(Channel? before, Channel? after) =>
        AuditChanges.Between(before, after, static (json, channel) => ChannelJson.Write(json, channel));

    private void Log(Channel channel, Actor actor, AuditAction action, Overwrite? old, Overwrite? now)
    {
        var shown = (now ?? old)!;
        audit.Write(
            channel.GuildId!.Value,
            actor,
            action,
            channel.Id,
            AuditChanges.Between(old, now, ChannelJson.WriteOverwrite),
            ("id", shown.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("type", shown.Type == OverwriteType.Role ? "0" : "1"));
    }
}
