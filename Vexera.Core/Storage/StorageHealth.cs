using Microsoft.Extensions.Logging;

namespace Vexera.Core.Storage;

/// <summary>The database does not take what must be written.</summary>
/// <param name="Since">Since when.</param>
/// <param name="Problem">What was wrong last.</param>
/// <param name="Reason">One line for the operator, of the last failure.</param>
internal sealed record StorageTrouble(DateTimeOffset Since, StorageProblem Problem, string Reason);

/// <summary>
/// Whether the database takes what must be written. One log line says that it does not, one a minute that it still does not, and
/// one that it does again.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed class StorageHealth(TimeProvider time, ILogger<StorageHealth> logger)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(1);

    private readonly Lock _access = new();
    private volatile StorageTrouble? _trouble;
    private DateTimeOffset _nextLine;
    private long _failures;

    /// <summary>What is wrong; null when all is well.</summary>
    public StorageTrouble? Trouble => _trouble;

    /// <summary>Raised when trouble begins and, with null, when it is over. Handlers return at once and do not throw.</summary>
    public event Action<StorageTrouble?>? Changed;

    /// <summary>The database failed.</summary>
    public void NoteFailure(StorageException failure)
    {
        bool begins;
        lock (_access)
        {
            var now = time.GetUtcNow();
            begins = _trouble is null;
            _trouble = new StorageTrouble(_trouble?.Since ?? now, failure.Problem, failure.Message);
            _failures = begins ? 1 : _failures + 1;
            if (begins)
                StorageLog.Failing(logger, failure.Message);
            else if (now >= _nextLine)
                StorageLog.StillFailing(logger, now - _trouble.Since, _failures, failure.Message);
            if (begins || now >= _nextLine)
                _nextLine = now + BetweenLines;
        }

        if (begins)
            Changed?.Invoke(_trouble);
    }

    /// <summary>The database took what was written.</summary>
    public void NoteSuccess()
    {
        if (_trouble is null)
            return;
        lock (_access)
        {
            if (_trouble is not { } trouble)
                return;
            _trouble = null;
            StorageLog.Recovered(logger, time.GetUtcNow() - trouble.Since, _failures);
        }

        Changed?.Invoke(null);
    }
}
