using Dapper;
using Microsoft.Extensions.Options;
using Vexera.Core.Storage;
using Vexera.Host.Cli;

namespace Vexera.Host.Doctor;

/// <summary>Opens the database as the bot would, checks every page and writes something that is taken back.</summary>
internal sealed class StorageExamination(IDatabase database, IOptions<StorageOptions> options) : IExamination
{
    /// <inheritdoc/>
    public string Subject => DoctorText.Storage;

    /// <inheritdoc/>
    public bool NeedsDiscord => false;

    /// <inheritdoc/>
    public async Task<Finding> ExamineAsync(CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(options.Value.Path);
        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await connection.ExecuteAsync("CREATE TABLE doctor_was_here (id INTEGER)", transaction: transaction);
            var finding = await connection.ExecuteScalarAsync<string>("PRAGMA integrity_check(1)", transaction: transaction);
            await transaction.RollbackAsync(cancellationToken);
            return finding == "ok"
                ? Finding.Right(DoctorText.StorageRight.With(path))
                : Finding.Wrong(ExitCode.BadConfiguration, DoctorText.StorageDamaged.With(path, finding), DoctorText.StorageDamagedRemedy);
        }
        catch (StorageException e) when (e.Problem == StorageProblem.InUse)
        {
            return Finding.Right(DoctorText.StorageInUse.With(path));
        }
        catch (StorageException e)
        {
            return Finding.Wrong(ExitCode.BadConfiguration, e.Problem.ToString(), e.Message);
        }
    }
}
