using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Vexera.Core.Discord;

namespace Vexera.Core.State;

/// <summary>
/// Things by id, in the order of their ids. Immutable: a change makes a new map. Two arrays are what a few hundred roles and
/// channels need: small, quick to build, and found by halving.
/// </summary>
/// <typeparam name="T">What is found.</typeparam>
internal sealed class SnowflakeMap<T> : IReadOnlyDictionary<Snowflake, T>
    where T : class
{
    private readonly Snowflake[] _ids;
    private readonly T[] _values;

    /// <param name="ids">In ascending order, each once. The map's own from now on, as is the next.</param>
    /// <param name="values">What belongs to each.</param>
    internal SnowflakeMap(Snowflake[] ids, T[] values) => (_ids, _values) = (ids, values);

    /// <summary>Nothing.</summary>
    public static SnowflakeMap<T> Empty { get; } = new([], []);

    /// <inheritdoc/>
    public int Count => _ids.Length;

    /// <summary>The ids, in ascending order.</summary>
    public ReadOnlySpan<Snowflake> Ids => _ids;

    /// <summary>What is found, in the order of the ids.</summary>
    public IReadOnlyList<T> Values => _values;

    /// <inheritdoc/>
    public IEnumerable<Snowflake> Keys => _ids;

    /// <inheritdoc/>
    IEnumerable<T> IReadOnlyDictionary<Snowflake, T>.Values => _values;

    /// <inheritdoc/>
    public T this[Snowflake key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no {key}.");

    /// <summary>Makes a map; of several with the same id the last counts.</summary>
    public static SnowflakeMap<T> From(IEnumerable<T> values, Func<T, Snowflake> idOf)
    {
        var all = values.ToArray();
        var ids = Array.ConvertAll(all, value => idOf(value));
        // Stable, which Array.Sort is not: of equal ids the last must stay the last. Most lists come in order.
        if (!IsAscending(ids))
            (ids, all) = Sort(ids, all);
        return new SnowflakeMap<T>(ids, all);
    }

    /// <inheritdoc/>
    public bool ContainsKey(Snowflake key) => IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(Snowflake key, [MaybeNullWhen(false)] out T value)
    {
        var index = IndexOf(key);
        value = index < 0 ? null : _values[index];
        return index >= 0;
    }

    /// <summary>Where an id is; negative when it is not there.</summary>
    public int IndexOf(Snowflake id) => _ids.AsSpan().BinarySearch(id);

    /// <summary>The map with one more, or with another in its place.</summary>
    public SnowflakeMap<T> SetItem(Snowflake id, T value)
    {
        var index = IndexOf(id);
        if (index >= 0)
        {
            var values = (T[])_values.Clone();
            values[index] = value;
            return new SnowflakeMap<T>(_ids, values);
        }

        return new SnowflakeMap<T>(Insert(_ids, ~index, id), Insert(_values, ~index, value));
    }

    /// <summary>The map without one; the same map when it is not there.</summary>
    public SnowflakeMap<T> Remove(Snowflake id) => ContainsKey(id) ? Where((other, _) => other != id) : this;

    /// <summary>The map with only those that pass.</summary>
    public SnowflakeMap<T> Where(Func<Snowflake, T, bool> keep)
    {
        var kept = Enumerable.Range(0, Count).Where(index => keep(_ids[index], _values[index])).ToArray();
        return kept.Length == Count ? this : new SnowflakeMap<T>([.. kept.Select(index => _ids[index])], [.. kept.Select(index => _values[index])]);
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<Snowflake, T>> GetEnumerator()
    {
        for (var index = 0; index < _ids.Length; index++)
            yield return new KeyValuePair<Snowflake, T>(_ids[index], _values[index]);
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool IsAscending(ReadOnlySpan<Snowflake> ids)
    {
        for (var index = 1; index < ids.Length; index++)
        {
            if (ids[index - 1] >= ids[index])
                return false;
        }

        return true;
    }

    private static (Snowflake[] Ids, T[] Values) Sort(Snowflake[] ids, T[] values)
    {
        var sorted = new SortedDictionary<Snowflake, T>();
        for (var index = 0; index < ids.Length; index++)
            sorted[ids[index]] = values[index];
        return ([.. sorted.Keys], [.. sorted.Values]);
    }

    private static TItem[] Insert<TItem>(TItem[] items, int index, TItem item)
    {
        var longer = new TItem[items.Length + 1];
        items.AsSpan(0, index).CopyTo(longer);
        longer[index] = item;
        items.AsSpan(index).CopyTo(longer.AsSpan(index + 1));
        return longer;
    }
}
