using Dapper;
using Microsoft.Extensions.Options;
using Vexera.Core.Storage;
using Vexera.Core.Storage.Sqlite;
using Vexera.Host.Cli;

namespace Vexera.Host.Doctor;

/// <summary>
/// Checks every page of the database file, while a bot runs too, then opens the database as the bot would and writes something
/// that is gone at once.
/// </summary>
internal sealed class StorageExamination(IDatabase database, IOptions<StorageOptions> options, TimeProvider time) : IExamination
{
    /// <inheritdoc/>
    public string Subject => DoctorText.Storage;

    /// <inheritdoc/>
    public bool NeedsDiscord => false;

    /// <inheritdoc/>
    public async Task<Finding> ExamineAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var place = settings.Provider == StorageProvider.Sqlite ? Path.GetFullPath(settings.Path) : DoctorText.StoragePostgres;
        try
        {
            // Before the bot's own way, which would set a damaged file aside.
            if (settings.Provider == StorageProvider.Sqlite && File.Exists(place))
                await Task.Run(() => CheckAsync(place, settings.BusyTimeout), cancellationToken).WaitAsync(cancellationToken);
            await database.WriteAsync(
                connection => connection.ExecuteAsync("CREATE TABLE doctor_was_here (id BIGINT); DROP TABLE doctor_was_here"), cancellationToken);
            return Finding.Right(DoctorText.StorageRight.With(place));
        }
        catch (StorageException e) when (e.Problem == StorageProblem.InUse)
        {
            return Finding.Right(DoctorText.StorageInUse.With(e.Place));
        }
        catch (StorageException e) when (e.Problem == StorageProblem.Damaged && settings.Provider == StorageProvider.Sqlite)
        {
            return Finding.Wrong(ExitCode.BadConfiguration, e.Message, DoctorText.StorageDamagedRemedy);
        }
        catch (StorageException e)
        {
            return Finding.Wrong(Failure.Explain(e).ExitCode, e.Problem.ToString(), e.Message);
        }
    }

    private async Task CheckAsync(string path, TimeSpan busyTimeout)
    {
        var diagnosis = new SqliteDiagnosis(path, busyTimeout);
        try
        {
            await using var connection = new SqliteFile(path, busyTimeout).Open();
            await new SqliteCheck(diagnosis, SchemaMigrator.OfThisBuild, time).RunFullyAsync(connection, mayBeEmpty: true);
        }
        catch (Exception e) when (diagnosis.Explain(e) is { } failure)
        {
            throw failure;
        }
    }
}
