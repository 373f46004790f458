using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Vexera.Core.Storage.Caching;

/// <summary>
/// A bounded cache that reads without locks or allocations: when the young half is full it becomes the old half, and what was
/// not asked for meanwhile is forgotten.
/// </summary>
/// <typeparam name="TKey">What is looked up.</typeparam>
/// <typeparam name="TValue">What is kept.</typeparam>
/// <param name="capacity">The most entries kept, at least 2.</param>
internal sealed class GenerationalCache<TKey, TValue>(int capacity)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _turning = new();
    private volatile ConcurrentDictionary<TKey, TValue> _young = new();
    private volatile ConcurrentDictionary<TKey, TValue> _old = new();

    /// <summary>How many entries are kept.</summary>
    public int Count => _young.Count + _old.Count;

    /// <summary>The value, if it is kept.</summary>
    public bool TryGet(TKey key, [NotNullWhen(true)] out TValue? value)
    {
        if (_young.TryGetValue(key, out value))
            return true;
        if (!_old.TryRemove(key, out value))
            return false;
        Set(key, value);
        return true;
    }

    /// <summary>Keeps a value instead of the one before.</summary>
    public void Set(TKey key, TValue value)
    {
        lock (_turning)
        {
            if (_young.Count >= capacity / 2 && !_young.ContainsKey(key))
                (_old, _young) = (_young, new ConcurrentDictionary<TKey, TValue>());
            _old.TryRemove(key, out _);
            _young[key] = value;
        }
    }

    /// <summary>Forgets a value.</summary>
    public void Remove(TKey key)
    {
        lock (_turning)
        {
            _young.TryRemove(key, out _);
            _old.TryRemove(key, out _);
        }
    }
}
