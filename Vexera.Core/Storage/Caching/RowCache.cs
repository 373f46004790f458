using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Vexera.Core.Discord;

namespace Vexera.Core.Storage.Caching;

/// <summary>
/// What guilds or users have in the database, behind a bounded cache. Which of them have rows is known in memory (about 60 bytes
/// each), so that the many that have none cost no query, however many they are.
/// </summary>
/// <typeparam name="TValue">What the rows of one owner make; immutable.</typeparam>
/// <param name="database">The database.</param>
/// <param name="rows">Reads the rows.</param>
/// <param name="none">The value of those who have no rows.</param>
/// <param name="capacity">The most owners kept in memory, at least 2; those who have no rows do not count.</param>
internal sealed class RowCache<TValue>(IDatabase database, IRowReader<TValue> rows, TValue none, int capacity)
    where TValue : class
{
    private readonly GenerationalCache<Snowflake, TValue> _cache = new(capacity);
    // Never fewer than have a row, once loaded; some may have none any more.
    private readonly ConcurrentDictionary<Snowflake, byte> _owners = new();
    private readonly Lock _keeping = new();
    private long _changes;
    private volatile bool _loaded;
    private volatile bool _unreadable;

    /// <summary>The value if it is at hand, without waiting or allocating.</summary>
    public bool TryGet(Snowflake owner, [NotNullWhen(true)] out TValue? value)
    {
        if (!_loaded || _owners.ContainsKey(owner))
            return _cache.TryGet(owner, out value);
        value = none;
        return true;
    }

    /// <summary>The value, from memory or the database.</summary>
    /// <exception cref="StorageException">It cannot be read.</exception>
    public ValueTask<TValue> ReadAsync(Snowflake owner, CancellationToken cancellationToken) =>
        TryGet(owner, out var value) ? ValueTask.FromResult(value) : FetchAsync(owner, cancellationToken);

    /// <summary>The value, from memory or the database; null while it cannot be read, which <see cref="IRowReader{TValue}"/> is told.</summary>
    public ValueTask<TValue?> FindAsync(Snowflake owner, CancellationToken cancellationToken) =>
        TryGet(owner, out var value) ? ValueTask.FromResult<TValue?>(value) : FetchOrNullAsync(owner, cancellationToken);

    /// <summary>Somebody is about to have rows. To be called before they are written.</summary>
    public void Expect(Snowflake owner) => _owners.TryAdd(owner, 0);

    /// <summary>Has later reads see what was written or is held.</summary>
    public void Keep(Snowflake owner, TValue value)
    {
        lock (_keeping)
        {
            _changes++;
            _cache.Set(owner, value);
        }
    }

    /// <summary>Has later reads see what is in the database now.</summary>
    public void Forget(Snowflake owner)
    {
        lock (_keeping)
        {
            _changes++;
            _cache.Remove(owner);
        }
    }

    private async ValueTask<TValue?> FetchOrNullAsync(Snowflake owner, CancellationToken cancellationToken)
    {
        try
        {
            var value = await FetchAsync(owner, cancellationToken);
            if (_unreadable)
                rows.NoteReadable();
            _unreadable = false;
            return value;
        }
        catch (Exception e) when (e is StorageException or DbException)
        {
            if (!_unreadable)
                rows.NoteUnreadable(e);
            _unreadable = true;
            return null;
        }
    }

    private async ValueTask<TValue> FetchAsync(Snowflake owner, CancellationToken cancellationToken)
    {
        var changes = Interlocked.Read(ref _changes);
        await using var connection = await database.OpenAsync(cancellationToken);
        if (!_loaded)
        {
            foreach (var known in await rows.ReadOwnersAsync(connection))
                _owners.TryAdd(known, 0);
            _loaded = true;
        }

        var value = await rows.ReadAsync(connection, owner);
        KeepUnlessChanged(owner, value, changes);
        return value;
    }

    // A read that a change overtook is not kept: it may be of before.
    private void KeepUnlessChanged(Snowflake owner, TValue value, long changes)
    {
        lock (_keeping)
        {
            if (_changes == changes)
                _cache.Set(owner, value);
        }
    }
}
