using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Vexera.Core.Storage;

/// <summary>
/// The database in one SQLite file, in WAL mode. The first use claims the file for this process, checks it, and brings its
/// schema forward; when that fails, every use fails with the same <see cref="StorageException"/> and nothing was changed.
/// </summary>
internal sealed class SqliteDatabase : IDatabase, IDisposable
{
    private readonly string _path;
    private readonly string _connectionString;
    private readonly TimeSpan _busyTimeout;
    private readonly StorageDiagnosis _diagnosis;
    private readonly TimeProvider _time;
    private readonly ILogger<SqliteDatabase> _logger;
    private readonly Lazy<DatabaseClaim> _ready;

    static SqliteDatabase() => ColumnTypes.Register();

    public SqliteDatabase(IOptions<StorageOptions> options, TimeProvider time, ILogger<SqliteDatabase> logger)
    {
        _path = Path.GetFullPath(options.Value.Path);
        _busyTimeout = options.Value.BusyTimeout;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            ForeignKeys = true,
            // SQLite itself waits for locks (busy_timeout below); this second wait of the library's, in seconds, is coarser.
            DefaultTimeout = 1,
        }.ToString();
        _diagnosis = new StorageDiagnosis(_path, _busyTimeout);
        _time = time;
        _logger = logger;
        _ready = new Lazy<DatabaseClaim>(Prepare);
    }

    /// <summary>Claims, checks and migrates the file unless that is done.</summary>
    /// <exception cref="StorageException">The file cannot be used.</exception>
    public void EnsureReady() => _ = _ready.Value;

    /// <inheritdoc/>
    /// <exception cref="StorageException">The file cannot be used.</exception>
    public ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        EnsureReady();
        try
        {
            return ValueTask.FromResult<DbConnection>(Open());
        }
        catch (SqliteException e)
        {
            throw _diagnosis.Explain(e);
        }
    }

    /// <summary>Closes pooled connections, which folds the WAL into the file, and gives up the claim.</summary>
    public void Dispose()
    {
        using (var connection = new SqliteConnection(_connectionString))
            SqliteConnection.ClearPool(connection);
        if (_ready.IsValueCreated)
            _ready.Value.Dispose();
    }

    private DatabaseClaim Prepare()
    {
        DatabaseClaim? claim = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            claim = DatabaseClaim.TryTake(_path) ?? throw _diagnosis.InUse();
            using var connection = Open();
            Inspect(connection);
            connection.Execute("PRAGMA journal_mode = WAL");
            SchemaMigrator.Migrate(connection);
            connection.Execute(
                "INSERT INTO installation (id, created_at) VALUES (1, @now) ON CONFLICT DO NOTHING", new { now = _time.GetUtcNow() });
            StorageLog.Opened(_logger, _path, SchemaMigrator.Scripts[^1]);
            return claim;
        }
        catch (Exception e)
        {
            claim?.Dispose();
            throw _diagnosis.Explain(e);
        }
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            connection.Execute($"PRAGMA busy_timeout = {(long)_busyTimeout.TotalMilliseconds}; PRAGMA synchronous = NORMAL;");
            return connection;
        }
        catch (Exception)
        {
            connection.Dispose();
            throw;
        }
    }

    private void Inspect(SqliteConnection connection)
    {
        var finding = connection.ExecuteScalar<string>("PRAGMA quick_check(1)");
        if (finding != "ok")
            throw _diagnosis.Damaged(finding ?? "no answer");
        var tables = connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table'").ToHashSet(StringComparer.Ordinal);
        if (tables.Count == 0)
            return;
        if (!tables.Contains(SchemaMigrator.Journal))
            throw _diagnosis.Foreign();
        var unknown = connection.Query<string>($"SELECT ScriptName FROM {SchemaMigrator.Journal}").Except(SchemaMigrator.Scripts).Max();
        if (unknown is not null)
            throw _diagnosis.Newer(unknown);
    }
}
