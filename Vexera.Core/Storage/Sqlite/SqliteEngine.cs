using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace Vexera.Core.Storage.Sqlite;

/// <summary>
/// One SQLite file in WAL mode, claimed for this process. A damaged file is set aside and a new one begun; one that is another
/// program's or a newer Vexera's is refused and not changed.
/// </summary>
internal sealed class SqliteEngine : IDatabaseEngine
{
    private const int NoCheckpointOnClose = 1006; // SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE

    private readonly SqliteFile _file;
    private readonly SqliteDiagnosis _diagnosis;
    private readonly SchemaMigrator _schema;
    private readonly TimeProvider _time;
    private readonly ILogger<SqliteEngine> _logger;
    private DatabaseClaim? _claim;

    public SqliteEngine(
        IOptions<StorageOptions> options, TimeProvider time, ILogger<SqliteEngine> logger, SchemaMigrator? schema = null)
    {
        _file = new SqliteFile(Path.GetFullPath(options.Value.Path), options.Value.BusyTimeout);
        _diagnosis = new SqliteDiagnosis(_file.Path, options.Value.BusyTimeout);
        _schema = schema ?? SchemaMigrator.OfThisBuild;
        _time = time;
        _logger = logger;
    }

    /// <inheritdoc/>
    public string Begin => "BEGIN IMMEDIATE";

    /// <inheritdoc/>
    public async Task<DbConnection> PrepareAsync(CancellationToken cancellationToken)
    {
        DatabaseClaim? claim = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_file.Path)!);
            claim = DatabaseClaim.TryTake(_file.Path) ?? throw _diagnosis.InUse();
            var writer = await BringForwardAsync(cancellationToken);
            _claim = claim;
            StorageLog.Opened(_logger, _file.Path, _schema.Scripts[^1]);
            return writer;
        }
        catch (Exception e)
        {
            claim?.Dispose();
            throw Explain(e) ?? _diagnosis.Failed(e);
        }
    }

    /// <inheritdoc/>
    public Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<DbConnection>(_file.Open());
    }

    /// <inheritdoc/>
    public Task<DbConnection> OpenWriterAsync(CancellationToken cancellationToken) => OpenAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask CloseWriterAsync(DbConnection writer) => writer.DisposeAsync();

    /// <inheritdoc/>
    public StorageException? Explain(Exception exception) => _diagnosis.Explain(exception);

    /// <summary>Closes pooled connections, which folds the WAL into the file, and gives up the claim.</summary>
    public ValueTask DisposeAsync()
    {
        _file.ClosePool();
        _claim?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<SqliteConnection> BringForwardAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await TryBringForwardAsync(cancellationToken);
        }
        catch (Exception e) when (Explain(e) is { Problem: StorageProblem.Damaged } damage)
        {
            StorageLog.SetAside(_logger, _file.Path, damage.Message, _file.SetAside("damaged", _time.GetUtcNow())!);
            return await TryBringForwardAsync(cancellationToken);
        }
    }

    private async Task<SqliteConnection> TryBringForwardAsync(CancellationToken cancellationToken)
    {
        var connection = _file.Open();
        try
        {
            if (!await new SqliteCheck(_diagnosis, _schema, _time).RunAsync(connection, SqliteCheck.AtStart))
                StorageLog.CheckCutShort(_logger, _file.Path, SqliteCheck.AtStart);
            cancellationToken.ThrowIfCancellationRequested();
            await connection.ExecuteAsync("PRAGMA journal_mode = WAL");
            _schema.Migrate(connection);
            await Installation.BeginAsync(connection, _time.GetUtcNow());
            return connection;
        }
        catch
        {
            // What the WAL holds must not be folded into a file that is to stay as it is.
            raw.sqlite3_db_config(connection.Handle, NoCheckpointOnClose, 1, out _);
            await connection.DisposeAsync();
            _file.ClosePool();
            throw;
        }
    }
}
