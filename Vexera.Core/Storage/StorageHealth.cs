using Microsoft.Extensions.Logging;

namespace Vexera.Core.Storage;

/// <summary>The database does not take what must be written.</summary>
/// <param name="Since">Since when.</param>
/// <param name="Problem">What was wrong last.</param>
/// <param name="Reason">One line for the operator, of the last failure.</param>
internal sealed record StorageTrouble(DateTimeOffset Since, StorageProblem Problem, string Reason);

/// <summary>Whose writes fail: what one of them got through says nothing about the other.</summary>
[Flags]
internal enum StorageWork
{
    /// <summary>Any write, as far as the way to the database goes.</summary>
    Any = 1,

    /// <summary>The commits of guild states and sessions, which may fail where others do not.</summary>
    State = 2,
}

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
    private volatile int _failing;
    private StorageException? _last;
    private long _beganAt;
    private long _toldAt;
    private long _failures;

    /// <summary>What is wrong; null when all is well.</summary>
    public StorageTrouble? Trouble => _trouble;

    /// <summary>For how long it has been wrong, however the machine's clock was set meanwhile; zero when all is well.</summary>
    public TimeSpan TroubleFor
    {
        get
        {
            lock (_access)
                return _trouble is null ? TimeSpan.Zero : time.GetElapsedTime(_beganAt);
        }
    }

    /// <summary>Raised when trouble begins and, with null, when it is over. Handlers return at once and do not throw.</summary>
    public event Action<StorageTrouble?>? Changed;

    /// <summary>The database failed.</summary>
    /// <param name="failure">How; one that is noted again on its way up counts once.</param>
    /// <param name="work">What failed.</param>
    public void NoteFailure(StorageException failure, StorageWork work = StorageWork.Any)
    {
        bool begins;
        lock (_access)
        {
            _failing |= (int)work;
            if (ReferenceEquals(failure, _last) && _trouble is not null)
                return;
            _last = failure;
            begins = _trouble is null;
            _trouble = new StorageTrouble(_trouble?.Since ?? time.GetUtcNow(), failure.Problem, failure.Message);
            Count(failure, begins);
        }

        if (begins)
            Changed?.Invoke(_trouble);
    }

    /// <summary>The database took what was written; the trouble is over once nothing fails any more.</summary>
    /// <param name="work">What was written.</param>
    public void NoteSuccess(StorageWork work = StorageWork.Any)
    {
        if ((_failing & (int)work) == 0)
            return;
        lock (_access)
        {
            _failing &= ~(int)work;
            if (_failing != 0 || _trouble is null)
                return;
            _last = null;
            _trouble = null;
            StorageLog.Recovered(logger, time.GetElapsedTime(_beganAt), _failures);
        }

        Changed?.Invoke(null);
    }

    private void Count(StorageException failure, bool begins)
    {
        var now = time.GetTimestamp();
        _failures = begins ? 1 : _failures + 1;
        if (begins)
        {
            _beganAt = now;
            StorageLog.Failing(logger, failure.Message);
        }
        else if (time.GetElapsedTime(_toldAt, now) >= BetweenLines)
        {
            StorageLog.StillFailing(logger, time.GetElapsedTime(_beganAt, now), _failures, failure.Message);
        }
        else
        {
            return;
        }

        _toldAt = now;
    }
}
