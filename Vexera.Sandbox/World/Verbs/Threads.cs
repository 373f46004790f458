using System.Collections.Immutable;
using Vexera.Sandbox.World.Events;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Verbs;

/// <summary>Threads under channels and who joined them.</summary>
internal sealed class Threads(WorldState state, AuditLog audit)
{
    /// <summary>Opens a thread. One that hangs on a message has the message's id.</summary>
    public Channel Create(ulong parentId, ChannelType type, string name, Actor actor, ulong? messageId = null, Func<Channel, Channel>? draft = null)
    {
        lock (state.Gate)
        {
            var guildId = state.Channel(parentId).GuildId ?? throw WorldException.UnknownChannel();
            var thread = new Channel(messageId ?? state.Ids.Next(), type)
            {
                GuildId = guildId,
                ParentId = parentId,
                Name = name,
                Thread = new ThreadDetails(actor.UserId, state.Now)
                {
                    ArchiveChangedAt = state.Now,
                    Members = ImmutableDictionary<ulong, DateTimeOffset>.Empty.Add(actor.UserId, state.Now),
                },
            };
            thread = state.Change(draft?.Invoke(thread) ?? thread);
            state.Publish(ThreadEvents.Created(thread));
            state.Publish(ThreadEvents.MembersChanged(thread, [actor.UserId], []));
            audit.Write(guildId, actor, AuditAction.ThreadCreate, thread.Id);
            return thread;
        }
    }

    public void Join(ulong threadId, ulong userId) => Change(threadId, userId, joins: true);

    public void Leave(ulong threadId, ulong userId) => Change(threadId, userId, joins: false);

    private void Change(ulong threadId, ulong userId, bool joins)
    {
        lock (state.Gate)
        {
            var thread = state.Channel(threadId);
            var details = thread.Thread ?? throw WorldException.UnknownChannel();
            if (details.Members.ContainsKey(userId) == joins)
            {
                return;
            }

            var members = joins ? details.Members.Add(userId, state.Now) : details.Members.Remove(userId);
            thread = state.Change(thread with { Thread = details with { Members = members } });
            state.Publish(ThreadEvents.MembersChanged(thread, joins ? [userId] : [], joins ? [] : [userId]));
        }
    }
}
