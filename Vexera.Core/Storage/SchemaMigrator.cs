using System.Reflection;
using DbUp;
using DbUp.Engine;
using DbUp.Sqlite.Helpers;
using Microsoft.Data.Sqlite;

namespace Vexera.Core.Storage;

/// <summary>
/// Brings the schema forward by the numbered scripts in <c>Storage/Migrations</c>, each in its own transaction, each once.
/// A script that has shipped is never edited.
/// </summary>
internal static class SchemaMigrator
{
    /// <summary>The table that remembers which scripts have run.</summary>
    public const string Journal = "schema_versions";

    private const string Folder = "Vexera.Core.Storage.Migrations.";

    /// <summary>The scripts of this build in the order of their numbers.</summary>
    public static IReadOnlyList<string> Scripts { get; } = [.. Resources()
        .Select(name => name[Folder.Length..])
        .Order(StringComparer.Ordinal)];

    /// <summary>Runs the scripts that have not yet run.</summary>
    /// <param name="connection">An open connection to the database.</param>
    /// <exception cref="SqliteException">A script failed; those before it stay.</exception>
    public static void Migrate(SqliteConnection connection)
    {
        using var shared = new SharedConnection(connection);
        var result = DeployChanges.To
            .SqliteDatabase(shared)
            .JournalToSqliteTable(Journal)
            .WithScripts(Scripts.Select(Read))
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

    private static SqlScript Read(string script) =>
        SqlScript.FromStream(script, Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + script)!);
}
