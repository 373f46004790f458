using System.Collections.Concurrent;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World;

/// <summary>
/// All guilds: those that were touched are kept, the rest stand in an <see cref="IGuildSource"/> until somebody touches them.
/// </summary>
internal sealed class GuildTable(IGuildSource source)
{
    private readonly ConcurrentDictionary<ulong, Guild> _kept = [];
    private readonly ConcurrentDictionary<ulong, ulong> _guildOfChannel = [];
    private readonly ConcurrentDictionary<ulong, bool> _deleted = [];
    private readonly ConcurrentDictionary<ulong, bool> _unavailable = [];

    /// <summary>How many exist.</summary>
    public int Count => source.Count - _deleted.Keys.Count(source.Has) + _kept.Keys.Count(id => !source.Has(id));

    /// <summary>The guilds that were touched or made by hand.</summary>
    public IEnumerable<Guild> Kept => _kept.Values;

    /// <summary>Every guild's id: first those made by hand and the demo, then the generated ones.</summary>
    public IEnumerable<ulong> Ids =>
        _kept.Keys.Where(id => !source.Has(id)).Order().Concat(source.Ids.Where(id => !_deleted.ContainsKey(id)));

    /// <summary>
    /// The ids whose moment of birth, in milliseconds, leaves <paramref name="remainder"/> when divided by <paramref name="divisor"/>,
    /// as a shard has them: in the order of <see cref="Ids"/>, without looking at all of them.
    /// </summary>
    public IEnumerable<ulong> IdsOf(int remainder, int divisor) =>
        _kept.Keys.Where(id => !source.Has(id) && (int)((id >> Snowflakes.TimeShift) % (ulong)divisor) == remainder).Order()
            .Concat(source.IdsOf(remainder, divisor).Where(id => !_deleted.ContainsKey(id)));

    /// <summary>The guild, kept from now on.</summary>
    public Guild? Find(ulong id)
    {
        if (_kept.TryGetValue(id, out var kept))
        {
            return kept;
        }

        return Peek(id) is { } generated ? _kept.GetOrAdd(id, generated) : null;
    }

    /// <summary>The guild, without keeping a generated one.</summary>
    public Guild? Peek(ulong id)
    {
        if (_kept.TryGetValue(id, out var kept))
        {
            return kept;
        }

        return source.Has(id) && !_deleted.ContainsKey(id) ? source.Make(id) : null;
    }

    /// <summary>Gives the guild as it is now, at any later time.</summary>
    public Func<Guild> Snapshot(ulong id) => _kept.TryGetValue(id, out var kept) ? () => kept : () => source.Make(id);

    public bool IsKept(ulong id) => _kept.ContainsKey(id);

    public bool Has(ulong id) => _kept.ContainsKey(id) || (source.Has(id) && !_deleted.ContainsKey(id));

    /// <summary>Whether the user is a member, without making the guild: everybody in the source's crowd is known to it.</summary>
    public bool IsMember(ulong guildId, ulong userId) =>
        _kept.TryGetValue(guildId, out var kept)
            ? kept.Members.ContainsKey(userId)
            : source.Has(guildId) && !_deleted.ContainsKey(guildId) && source.IsMember(guildId, userId);

    /// <summary>The guilds that a user is in.</summary>
    public IEnumerable<ulong> Of(ulong userId) => Ids.Where(id => IsMember(id, userId));

    public ulong? GuildOf(ulong channelId) =>
        _guildOfChannel.TryGetValue(channelId, out var guildId) ? guildId : source.GuildOf(channelId);

    public Channel? FindChannel(ulong channelId) =>
        GuildOf(channelId) is { } guildId ? Find(guildId)?.Channels.GetValueOrDefault(channelId) : null;

    public bool IsUnavailable(ulong id) => _unavailable.ContainsKey(id);

    public bool SetUnavailable(ulong id, bool unavailable) =>
        unavailable ? _unavailable.TryAdd(id, true) : _unavailable.TryRemove(id, out _);

    /// <summary>Puts a guild or its next version in place. The gate must be held.</summary>
    public Guild Put(Guild guild)
    {
        var before = _kept.GetValueOrDefault(guild.Id);
        _kept[guild.Id] = guild;
        if (before?.Channels != guild.Channels)
        {
            Index(before, guild);
        }

        return guild;
    }

    /// <summary>Replaces a guild by what the change makes of it. The gate must be held.</summary>
    public Guild Change(ulong id, Func<Guild, Guild> change) =>
        Put(change(Find(id) ?? throw WorldException.UnknownGuild()));

    public void Remove(ulong id)
    {
        if (_kept.TryRemove(id, out var guild))
        {
            foreach (var channel in guild.Channels.Keys)
            {
                _guildOfChannel.TryRemove(channel, out _);
            }
        }

        _unavailable.TryRemove(id, out _);
        _deleted[id] = true;
    }

    private void Index(Guild? before, Guild guild)
    {
        foreach (var id in guild.Channels.Keys)
        {
            _guildOfChannel[id] = guild.Id;
        }

        foreach (var id in before?.Channels.Keys ?? [])
        {
            if (!guild.Channels.ContainsKey(id))
            {
                _guildOfChannel.TryRemove(id, out _);
            }
        }
    }
}
