using System.Diagnostics.CodeAnalysis;

namespace Vexera.Core.State.Records;

/// <summary>
/// The states that were read or written last, so that a guild with many events in a row is not read anew for each. A few hundred
/// places, each for one of the guilds that fall on it; safe for all threads without a lock.
/// </summary>
internal sealed class RecentStates
{
    private const int Places = 256;
    private readonly Entry?[] _entries = new Entry?[Places];

    /// <summary>The state in a record; false when it cannot be read.</summary>
    public bool TryRead(ReadOnlyMemory<byte> record, KnownGuild guild, [NotNullWhen(true)] out GuildState? state)
    {
        // The same bytes are the same array: a change makes another one.
        if (Volatile.Read(ref PlaceOf(guild)) is { } recent && recent.Record.Equals(record))
        {
            state = recent.State;
            return true;
        }

        if (!GuildRecord.TryDecode(record.Span, out state))
            return false;
        Put(record, guild, state);
        return true;
    }

    /// <summary>A record was written or read.</summary>
    public void Put(ReadOnlyMemory<byte> record, KnownGuild guild, GuildState state) =>
        Volatile.Write(ref PlaceOf(guild), new Entry(record, state));

    /// <summary>Forgets all.</summary>
    public void Clear() => Array.Clear(_entries);

    private ref Entry? PlaceOf(KnownGuild guild) => ref _entries[(guild.Id.Value >> 22) % Places];

    private sealed record Entry(ReadOnlyMemory<byte> Record, GuildState State);
}
