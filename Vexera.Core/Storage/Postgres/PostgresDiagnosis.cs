using System.Net.Sockets;
using Npgsql;

namespace Vexera.Core.Storage.Postgres;

/// <summary>Turns failures of one database on a server into lines an operator can act on. No line holds the password.</summary>
/// <param name="place">Server, port and name of the database.</param>
internal sealed class PostgresDiagnosis(string place)
{
    /// <summary>Server, port and name of the database.</summary>
    public string Place => place;

    /// <summary>Explains what the server or the way to it threw; null for a wrong statement, a broken constraint and all else.</summary>
    public StorageException? Explain(Exception exception) => exception switch
    {
        StorageException e => e,
        PostgresException e => Classify(e.SqlState) is { } problem ? Of(problem, e.MessageText, e) : null,
        NpgsqlException { InnerException: TimeoutException } e => Of(StorageProblem.Unreachable, "it does not answer in time", e),
        NpgsqlException e => Of(StorageProblem.Unreachable, e.GetBaseException().Message, e),
        SocketException or IOException => Of(StorageProblem.Unreachable, exception.Message, exception),
        _ => null,
    };

    /// <summary>Something that has no better name.</summary>
    public StorageException Failed(Exception exception) => Of(StorageProblem.Failed, exception.Message, exception);

    /// <summary>Another Vexera holds the claim.</summary>
    public StorageException InUse() => Of(StorageProblem.InUse, "");

    /// <summary>There are tables, but none of ours.</summary>
    public StorageException Foreign() => Of(StorageProblem.Foreign, "");

    /// <summary>The schema has steps that this build does not know.</summary>
    /// <param name="step">The name of one of them.</param>
    public StorageException Newer(string step) => Of(StorageProblem.Newer, step);

    private StorageException Of(StorageProblem problem, string detail, Exception? inner = null) =>
        new(place, problem, Describe(problem, detail), inner);

    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    private static StorageProblem? Classify(string state) => state switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => StorageProblem.Refused,
        PostgresErrorCodes.InvalidCatalogName => StorageProblem.Missing,
        PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.ReadOnlySqlTransaction => StorageProblem.NotWritable,
        PostgresErrorCodes.DiskFull => StorageProblem.DiskFull,
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.DeadlockDetected => StorageProblem.Locked,
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => StorageProblem.Damaged,
        PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.CrashShutdown => StorageProblem.Unreachable,
        _ when state[..2] is "22" or "23" or "25" or "42" => null,
        _ => StorageProblem.Failed,
    };

    private string Describe(StorageProblem problem, string detail) => problem switch
    {
        StorageProblem.InUse =>
            $"The database {place} is in use by another Vexera. Stop that one, or give this one a database of its own with Storage:ConnectionString.",
        StorageProblem.Unreachable =>
            $"The database server of {place} cannot be reached ({detail}). Start it, or correct Storage:ConnectionString.",
        StorageProblem.Refused =>
            $"The database server of {place} refuses the user or the password ({detail}). Correct Storage:ConnectionString.",
        StorageProblem.Missing =>
            $"There is no database {place} ({detail}). Make it with createdb, or correct Storage:ConnectionString.",
        StorageProblem.NotWritable =>
            $"The database {place} cannot be written ({detail}). Make this user its owner.",
        StorageProblem.DiskFull =>
            $"The disk that holds the database {place} is full. Free some space there.",
        StorageProblem.Locked =>
            $"The database {place} stayed locked by another program ({detail}). Close what holds it, then try again.",
        StorageProblem.Damaged =>
            $"The database {place} is damaged ({detail}). Bring a backup back with pg_restore.",
        StorageProblem.Foreign =>
            $"The database {place} belongs to another program. Nothing in it was changed. Make one for Vexera and name it in Storage:ConnectionString.",
        StorageProblem.Newer =>
            $"The database {place} was written by a newer Vexera (it has {detail}). Run that version, or name another database in Storage:ConnectionString.",
        _ => $"The database {place} failed: {detail}",
    };
}
