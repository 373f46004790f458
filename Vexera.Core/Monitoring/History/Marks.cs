namespace Vexera.Core.Monitoring.History;

/// <summary>The marks of this process, in memory.</summary>
/// <param name="time">The clock.</param>
internal sealed class Marks(TimeProvider time) : IMarks
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
            return [.. _marks.Where(mark => mark.At >= from)];
    }

    /// <inheritdoc/>
    public Task AddAsync(MarkKind kind, string text, CancellationToken cancellationToken)
    {
        lock (_access)
        {
            _marks.Add(new Mark(time.GetUtcNow(), kind, text.Length > MostCharacters ? text[..MostCharacters] : text));
            if (_marks.Count(mark => mark.Kind == kind) > MostOfKind)
                _marks.RemoveAt(_marks.FindIndex(mark => mark.Kind == kind));
        }

        return Task.CompletedTask;
    }
}
