using Dapper;
using Vexera.Core.Scheduling;
using Vexera.Core.Storage;
using Vexera.Tests.Storage.Contracts;

namespace Vexera.Tests.Scheduling;

/// <summary>A database, a clock and one handler, for what every engine of due work must do on either database.</summary>
public abstract class ScheduleContract : StorageContract
{
    private protected const string Kind = "test.work";

    private protected DateTimeOffset Now => Time.GetUtcNow();

    private protected ScriptedHandler NewHandler(string kind = Kind) => new(kind, Time);

    private protected ScheduleBench Bench(IDatabase database, params ScriptedHandler[] handlers) => new(database, Time, null, handlers);

    private protected static DueWork Work(string key, DateTimeOffset dueAt, string kind = Kind, string payload = "{}") => new(kind, key, dueAt, payload);

    private protected static async Task<long> CountAsync(Database database, string where = "1 = 1")
    {
        await using var connection = await database.OpenAsync(Patience);
        return await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM due_work WHERE {where}");
    }
}
