using System.Data.Common;
using Dapper;
using Vexera.Core.Storage;

namespace Vexera.Core.Monitoring.History;

/// <summary>The marks on disk.</summary>
/// <param name="database">The bot's database.</param>
/// <param name="deferred">Writes now or later.</param>
internal sealed class MarkStore(IDatabase database, DeferredWrites deferred)
{
    /// <summary>Writes a mark, and takes away those of its kind that are too many.</summary>
    /// <exception cref="StorageException">The database takes nothing, and too much waits for it.</exception>
    public Task SaveAsync(Mark mark, CancellationToken cancellationToken) => deferred.WriteAsync(
        $"mark:{mark.Kind}:{mark.At.ToUnixTimeMilliseconds()}", connection => WriteAsync(connection, mark), cancellationToken);

    /// <summary>All marks by time.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task<IReadOnlyList<Mark>> LoadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(DateTimeOffset At, string Kind, string Text)>("SELECT at, kind, text FROM marks ORDER BY at, kind DESC");
        return [.. rows.Where(row => Enum.IsDefined(typeof(MarkKind), row.Kind)).Select(row => new Mark(row.At, Enum.Parse<MarkKind>(row.Kind), row.Text))];
    }

    private static async Task WriteAsync(DbConnection connection, Mark mark)
    {
        var kind = mark.Kind.ToString();
        await connection.ExecuteAsync(
            "INSERT INTO marks (at, kind, text) VALUES (@At, @kind, @Text) ON CONFLICT (at, kind) DO UPDATE SET text = @Text",
            new { mark.At, kind, mark.Text });
        await connection.ExecuteAsync(
            "DELETE FROM marks WHERE kind = @kind AND at NOT IN (SELECT at FROM marks WHERE kind = @kind ORDER BY at DESC LIMIT @most)",
            new { kind, most = Marks.MostOfKind });
    }
}
