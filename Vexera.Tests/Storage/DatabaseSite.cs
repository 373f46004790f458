using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Vexera.Core;
using Vexera.Core.Storage;
using Vexera.Core.Storage.Postgres;
using Vexera.Core.Storage.Sqlite;
using Vexera.Tests.Support;

namespace Vexera.Tests.Storage;

/// <summary>A place for one database, where any number of processes may come one after another, or meet.</summary>
internal abstract class DatabaseSite : IAsyncDisposable
{
    public static readonly TimeSpan BusyTimeout = TimeSpan.FromMilliseconds(20);

    /// <summary>What a process brings.</summary>
    public abstract IDatabaseEngine Engine(SchemaMigrator? schema = null);

    /// <summary>Another program's connection, which is no Vexera.</summary>
    public abstract Task<DbConnection> StrangerAsync();

    /// <summary>Statements with which a stranger keeps everybody else from writing, in a transaction.</summary>
    protected abstract string Lock { get; }

    /// <summary>A stranger keeps everybody else from writing until this is disposed.</summary>
    public async Task<IAsyncDisposable> LockAsync()
    {
        var stranger = await StrangerAsync();
        await stranger.ExecuteAsync(Lock);
        return new HeldLock(stranger);
    }

    public abstract ValueTask DisposeAsync();

    private sealed class HeldLock(DbConnection stranger) : IAsyncDisposable
    {
        // A server ends the transaction of a closed connection when it comes to it; this one is over when this returns.
        public async ValueTask DisposeAsync()
        {
            await stranger.ExecuteAsync("ROLLBACK TRANSACTION");
            await stranger.DisposeAsync();
        }
    }
}

/// <summary>A place for a file, in a folder of its own unless one is named.</summary>
internal sealed class SqliteSite : DatabaseSite
{
    private readonly TimeProvider _time;
    private readonly TemporaryFolder? _folder;

    public SqliteSite(TimeProvider time)
    {
        _time = time;
        _folder = new TemporaryFolder();
        Path = _folder.File("vexera.db");
    }

    public SqliteSite(string path, TimeProvider time) => (Path, _time) = (path, time);

    public string Path { get; }

    protected override string Lock => "BEGIN IMMEDIATE";

    public override IDatabaseEngine Engine(SchemaMigrator? schema = null) => new SqliteEngine(
        Options.Create(new StorageOptions { Path = Path, BusyTimeout = BusyTimeout }), _time, NullLogger<SqliteEngine>.Instance, schema);

    public override async Task<DbConnection> StrangerAsync()
    {
        var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    public override ValueTask DisposeAsync()
    {
        _folder?.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>A database of its own on the tests' server.</summary>
internal sealed class PostgresSite : DatabaseSite
{
    private readonly string _server;
    private readonly string _name;
    private readonly TimeProvider _time;

    private PostgresSite(string server, string name, TimeProvider time) => (_server, _name, _time) = (server, name, time);

    public string ConnectionString => new Npgsql.NpgsqlConnectionStringBuilder(_server) { Database = _name, Pooling = false }.ToString();

    protected override string Lock => "BEGIN; LOCK TABLE installation, guild_settings, user_settings, permission_nodes IN EXCLUSIVE MODE";

    public static async Task<PostgresSite> CreateAsync(string server, TimeProvider time)
    {
        var site = new PostgresSite(server, $"vexera_{Guid.NewGuid():n}", time);
        await site.OnServerAsync($"CREATE DATABASE {site._name}");
        return site;
    }

    public override IDatabaseEngine Engine(SchemaMigrator? schema = null) => EngineOn(ConnectionString, _time, schema);

    public static PostgresEngine EngineOn(string connectionString, TimeProvider time, SchemaMigrator? schema = null) => new(
        Options.Create(new StorageOptions
        {
            Provider = StorageProvider.PostgreSql,
            ConnectionString = new Secret(connectionString),
            BusyTimeout = BusyTimeout,
        }),
        time,
        NullLogger<PostgresEngine>.Instance,
        schema);

    public override async Task<DbConnection> StrangerAsync()
    {
        var connection = new Npgsql.NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public override async ValueTask DisposeAsync() => await OnServerAsync($"DROP DATABASE {_name} WITH (FORCE)");

    private async Task OnServerAsync(string sql)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(_server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
