using System.Collections.Concurrent;
using System.Collections.Immutable;
using Vexera.Sandbox.World.Events;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World.Verbs;

/// <summary>Who did what, for each guild.</summary>
internal sealed class AuditLog(WorldState state)
{
    private const int MostKept = 1_000;
    private readonly ConcurrentDictionary<ulong, ImmutableList<AuditLogEntry>> _entries = [];

    /// <summary>Newest first.</summary>
    public IEnumerable<AuditLogEntry> Of(ulong guildId) => _entries.GetValueOrDefault(guildId, []).Reverse();

    public AuditLogEntry Write(
        ulong guildId,
        Actor actor,
        AuditAction action,
        ulong? targetId,
        ImmutableArray<AuditChange> changes = default,
        params (string Name, string Value)[] options)
    {
        lock (state.Gate)
        {
            var entry = new AuditLogEntry(state.Ids.Next(), action, actor.UserId, targetId)
            {
                Reason = actor.Reason,
                Changes = changes.IsDefault ? [] : changes,
                Options = options.ToImmutableDictionary(option => option.Name, option => option.Value),
            };
            var entries = _entries.GetValueOrDefault(guildId, []);
            _entries[guildId] = (entries.Count < MostKept ? entries : entries.RemoveAt(0)).Add(entry);
            state.Publish(GuildEvents.AuditLogged(guildId, entry));
            return entry;
        }
    }
}
