using Vexera.Sandbox.World.Events;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.World.Verbs;

/// <summary>Servers: made, changed, ended, cut off by an outage.</summary>
internal sealed class Guilds(WorldState state, AuditLog audit)
{
    public Guild? Find(ulong id) => state.Guilds.Find(id);

    public Guild Get(ulong id) => state.Guild(id);

    public int Count => state.Guilds.Count;

    /// <summary>Every guild's id, generated ones included.</summary>
    public IEnumerable<ulong> Ids => state.Guilds.Ids;

    /// <summary>The ids of the guilds of a shard.</summary>
    public IEnumerable<ulong> IdsOf(int shard, int shardCount) => state.Guilds.IdsOf(shard, shardCount);

    /// <summary>The ids of the guilds that a user is in.</summary>
    public IEnumerable<ulong> Of(ulong userId) => state.Guilds.Of(userId);

    public bool IsMember(ulong guildId, ulong userId) => state.Guilds.IsMember(guildId, userId);

    /// <summary>Gives the guild as it is now, at any later time, without keeping a generated one.</summary>
    public Func<Guild> Snapshot(ulong id) => state.Guilds.Snapshot(id);

    /// <summary>Whether it was touched or made by hand; others exist only as their seed.</summary>
    public bool IsKept(ulong id) => state.Guilds.IsKept(id);

    public bool IsUnavailable(ulong id) => state.Guilds.IsUnavailable(id);

    /// <summary>A guild with its owner, one category and one text channel, which is the system channel.</summary>
    public Guild Create(string name, ulong ownerId)
    {
        lock (state.Gate)
        {
            var owner = state.User(ownerId);
            var id = state.Ids.Next();
            var category = new Channel(state.Ids.Next(), ChannelType.Category) { GuildId = id, Name = "Text Channels" };
            var general = new Channel(state.Ids.Next(), ChannelType.Text) { GuildId = id, Name = "general", ParentId = category.Id };
            var everyone = new Role(id, "@everyone") { Permissions = PermissionSets.NewGuildEveryone };
            var empty = new Guild(id, name, ownerId);
            var guild = state.Guilds.Put(empty with
            {
                SystemChannelId = general.Id,
                Roles = empty.Roles.Add(id, everyone),
                Channels = empty.Channels.Add(category.Id, category).Add(general.Id, general),
                Members = empty.Members.Add(ownerId, new Member(owner, state.Now)),
            });
            state.Publish(GuildEvents.Available(guild, ownerId));
            return guild;
        }
    }

    /// <summary>Puts a guild in place as it is, as if it had always been there.</summary>
    public Guild Place(Guild guild)
    {
        lock (state.Gate)
        {
            return state.Guilds.Put(guild);
        }
    }

    public Guild Update(ulong id, Actor actor, Func<Guild, Guild> change)
    {
        lock (state.Gate)
        {
            var before = state.Guild(id);
            var after = state.Guilds.Put(change(before));
            state.Publish(GuildEvents.Updated(after));
            var changes = AuditChanges.Between(before, after, static (json, guild) => GuildJson.Write(json, guild));
            if (changes.Length > 0)
            {
                audit.Write(id, actor, AuditAction.GuildUpdate, id, changes);
            }

            return after;
        }
    }

    public void Delete(ulong id)
    {
        lock (state.Gate)
        {
            var guild = state.Guild(id);
            state.Guilds.Remove(id);
            foreach (var userId in guild.Members.Keys)
            {
                state.Publish(GuildEvents.Left(id, userId));
            }
        }
    }

    /// <summary>Begins or ends an outage of one guild. False when nothing changed.</summary>
    public bool SetUnavailable(ulong id, bool unavailable)
    {
        lock (state.Gate)
        {
            if (!state.Guilds.Has(id) || !state.Guilds.SetUnavailable(id, unavailable))
            {
                return false;
            }

            state.Publish(unavailable ? GuildEvents.Unavailable(id) : GuildEvents.Available(id, state.Guilds.Snapshot(id)));
            return true;
        }
    }

    public Emoji AddEmoji(ulong guildId, string name, bool animated = false)
    {
        lock (state.Gate)
        {
            var emoji = new Emoji(state.Ids.Next(), name, animated);
            state.Publish(GuildEvents.EmojisUpdated(state.Guilds.Change(guildId, guild => guild with { Emojis = guild.Emojis.Add(emoji.Id, emoji) })));
            return emoji;
        }
    }

}
