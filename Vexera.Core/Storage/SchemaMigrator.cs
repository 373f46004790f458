using System.Data.Common;
using System.Reflection;
using System.Text.RegularExpressions;
using Dapper;
using DbUp;
using DbUp.Builder;
using DbUp.Engine;
using DbUp.Postgresql;
using DbUp.Sqlite.Helpers;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Vexera.Core.Storage;

/// <summary>
/// Brings a schema forward by numbered scripts, each in its own transaction, each once. A script that has shipped is never
/// edited. Where one fails, those before it stay and it is run again the next time.
/// </summary>
/// <param name="scripts">The scripts in the order of their numbers.</param>
internal sealed partial class SchemaMigrator(IReadOnlyList<SqlScript> scripts)
{
    /// <summary>The table that remembers which scripts have run.</summary>
    public const string Journal = "schema_versions";

    private const string Folder = "Vexera.Core.Storage.Migrations.";
    private const string AfterRestoreResource = "Vexera.Core.Storage.AfterRestore.sql";

    /// <summary>The scripts of this build, in <c>Storage/Migrations</c>.</summary>
    public static SchemaMigrator OfThisBuild { get; } = new([.. Resources().Order(StringComparer.Ordinal).Select(Read)]);

    /// <summary>Statements for a database that was brought back from a backup; they take the time as <c>@now</c>.</summary>
    public static string AfterRestore { get; } = ReadText(AfterRestoreResource);

    /// <summary>The names of the scripts in order.</summary>
    public IReadOnlyList<string> Scripts { get; } = [.. scripts.Select(script => script.Name)];

    /// <summary>Runs the scripts that have not yet run on an open connection.</summary>
    /// <exception cref="SqliteException">A script failed.</exception>
    public void Migrate(SqliteConnection connection)
    {
        using var shared = new SharedConnection(connection);
        Run(DeployChanges.To.SqliteDatabase(shared).JournalToSqliteTable(Journal));
    }

    /// <summary>Runs the scripts that have not yet run.</summary>
    /// <exception cref="PostgresException">A script failed.</exception>
    public void Migrate(NpgsqlDataSource source) => Run(DeployChanges.To
        .PostgresqlDatabase(new PostgresqlConnectionManager(source))
        .JournalToPostgresqlTable("public", Journal)
        .WithPreprocessor(new BytesForPostgres()));

    /// <summary>The last step in a database that is not one of ours; null when there is none.</summary>
    /// <param name="connection">A database with the table <see cref="Journal"/>.</param>
    public async Task<string?> UnknownStepAsync(DbConnection connection) =>
        (await connection.QueryAsync<string>($"SELECT ScriptName FROM {Journal}")).Except(Scripts).Max(StringComparer.Ordinal);

    private void Run(UpgradeEngineBuilder builder)
    {
        var result = builder
            .WithScripts(scripts)
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
            throw result.Error;
    }

    private static IEnumerable<string> Resources() => typeof(SchemaMigrator).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal));

    private static SqlScript Read(string resource) => new(resource[Folder.Length..], ReadText(resource));

    private static string ReadText(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    private sealed partial class BytesForPostgres : IScriptPreprocessor
    {
        public string Process(string contents) => Blob().Replace(contents, "BYTEA");

        [GeneratedRegex(@"\bBLOB\b")]
        private static partial Regex Blob();
    }
}
