using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Vexera.Core.Storage.Postgres;

/// <summary>
/// A database on a PostgreSQL server. The connection that writes holds an advisory lock on the database, which is this process's
/// claim to it: when the connection is lost, so is the right to write, and the next write must take both anew.
/// </summary>
internal sealed class PostgresEngine : IDatabaseEngine
{
    /// <summary>The key of the advisory lock: "Vexera" in ASCII.</summary>
    public const long ClaimKey = 0x566578657261;

    private readonly NpgsqlDataSource _source;
    private readonly PostgresDiagnosis _diagnosis;
    private readonly SchemaMigrator _schema;
    private readonly TimeSpan _busyTimeout;
    private readonly TimeProvider _time;
    private readonly ILogger<PostgresEngine> _logger;

    public PostgresEngine(
        IOptions<StorageOptions> options, TimeProvider time, ILogger<PostgresEngine> logger, SchemaMigrator? schema = null)
    {
        var settings = new NpgsqlConnectionStringBuilder(options.Value.ConnectionString!.Reveal());
        settings.ApplicationName ??= "Vexera";
        _source = NpgsqlDataSource.Create(settings);
        _diagnosis = new PostgresDiagnosis($"{settings.Host}:{settings.Port}/{settings.Database ?? settings.Username}");
        _schema = schema ?? SchemaMigrator.OfThisBuild;
        _busyTimeout = options.Value.BusyTimeout;
        _time = time;
        _logger = logger;
    }

    /// <inheritdoc/>
    public string Begin => "BEGIN TRANSACTION";

    /// <inheritdoc/>
    public async Task<DbConnection> PrepareAsync(CancellationToken cancellationToken)
    {
        DbConnection? writer = null;
        try
        {
            writer = await OpenWriterAsync(cancellationToken);
            await CheckAsync(writer);
            _schema.Migrate(_source);
            await Installation.BeginAsync(writer, _time.GetUtcNow());
            StorageLog.Opened(_logger, _diagnosis.Place, _schema.Scripts[^1]);
            return writer;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (writer is not null)
                await CloseWriterAsync(writer);
            throw Explain(e) ?? _diagnosis.Failed(e);
        }
    }

    /// <inheritdoc/>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => await _source.OpenConnectionAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<DbConnection> OpenWriterAsync(CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken);
        try
        {
            await connection.ExecuteAsync(
                "SELECT set_config('lock_timeout', @milliseconds, false)", new { milliseconds = $"{(long)_busyTimeout.TotalMilliseconds}ms" });
            // Waits: the server takes a moment to see that a process which was killed is gone.
            await connection.ExecuteAsync("SELECT pg_advisory_lock(@ClaimKey)", new { ClaimKey });
            return connection;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            await connection.DisposeAsync();
            throw _diagnosis.InUse();
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    // The server gives the lock up some time after the connection is closed; who starts next must not find it held.
    public async ValueTask CloseWriterAsync(DbConnection writer)
    {
        try
        {
            if (writer.State == ConnectionState.Open)
                await writer.ExecuteAsync("SELECT pg_advisory_unlock_all()");
        }
        catch (Exception e) when (e is DbException or InvalidOperationException)
        {
            // The connection is lost, and the lock with it.
        }

        await writer.DisposeAsync();
    }

    /// <inheritdoc/>
    public StorageException? Explain(Exception exception) => _diagnosis.Explain(exception);

    /// <summary>Closes every connection, and with them the claim.</summary>
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task CheckAsync(DbConnection connection)
    {
        var tables = (await connection.QueryAsync<string>("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).ToList();
        if (tables.Count > 0 && !tables.Contains(SchemaMigrator.Journal))
            throw _diagnosis.Foreign();
        if (tables.Count > 0 && await _schema.UnknownStepAsync(connection) is { } unknown)
            throw _diagnosis.Newer(unknown);
    }
}
