using System.Data.Common;
using Vexera.Core.Storage;

namespace Vexera.Core.Monitoring.History;

/// <summary>The marks, in memory and on disk.</summary>
/// <param name="store">The disk.</param>
/// <param name="time">The clock.</param>
internal sealed class Marks(MarkStore store, TimeProvider time) : IMarks
{
    /// <summary>How many of each kind are kept.</summary>
    public const int MostOfKind = 100;

    private const int MostCharacters = 200;

    private readonly Lock _access = new();
    private readonly List<Mark> _marks = [];

    /// <inheritdoc/>
    public IReadOnlyList<Mark> Since(DateTimeOffset from)
    {
        lock (_access)
            return [.. _marks.Where(mark => mark.At >= from).OrderBy(mark => mark.At)];
    }

    /// <inheritdoc/>
    public async Task AddAsync(MarkKind kind, string text, CancellationToken cancellationToken)
    {
        // To the millisecond, as on disk.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var mark = new Mark(now, kind, text.Length > MostCharacters ? text[..MostCharacters] : text);
        lock (_access)
            Keep(mark);
        try
        {
            await store.SaveAsync(mark, cancellationToken);
        }
        catch (Exception untold) when (untold is StorageException or DbException)
        {
            // Its health is told elsewhere; the mark is seen until the process ends.
        }
    }

    /// <summary>Goes on with marks of earlier processes, older than those here.</summary>
    public void Restore(IReadOnlyList<Mark> marks)
    {
        lock (_access)
        {
            Mark[] since = [.. _marks];
            _marks.Clear();
            foreach (var mark in marks.Except(since).Concat(since))
                Keep(mark);
        }
    }

    private void Keep(Mark mark)
    {
        _marks.Add(mark);
        if (_marks.Count(other => other.Kind == mark.Kind) > MostOfKind)
            _marks.RemoveAt(_marks.FindIndex(other => other.Kind == mark.Kind));
    }
}
