using Vexera.Core.Discord.Entities;

namespace Vexera.Core.State;

/// <summary>Who the bot is.</summary>
/// <param name="User">Its account.</param>
/// <param name="Application">Its application, as far as READY has it.</param>
internal sealed record SelfSnapshot(User User, Application Application);

/// <summary>Who the bot is, as READY and USER_UPDATE said, or as an earlier process knew it.</summary>
internal sealed class SelfState : ISelf
{
    private readonly Lock _sync = new();
    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile User? _user;
    private volatile Application? _application;
    private bool _isSaved;

    /// <inheritdoc/>
    public User? User => _user;

    /// <inheritdoc/>
    public Application? Application => _application;

    /// <inheritdoc/>
    public Task WaitUntilKnownAsync(CancellationToken cancellationToken) => _known.Task.WaitAsync(cancellationToken);

    /// <summary>An earlier process knew it.</summary>
    public void Restore(SelfSnapshot saved) => Set(saved.User, saved.Application, isSaved: true);

    /// <summary>A session began.</summary>
    public void Learn(User user, Application application) => Set(user, application, isSaved: false);

    /// <summary>The account changed.</summary>
    public void Update(User user)
    {
        lock (_sync)
            (_isSaved, _user) = (_isSaved && user == _user, user);
    }

    /// <summary>What is to be saved; null when nothing is. Counts as saved from then on.</summary>
    public SelfSnapshot? TakeUnsaved()
    {
        lock (_sync)
        {
            if (_isSaved || _user is not { } user || _application is not { } application)
                return null;
            _isSaved = true;
            return new SelfSnapshot(user, application);
        }
    }

    /// <summary>What was taken was not saved after all.</summary>
    public void NotSaved()
    {
        lock (_sync)
            _isSaved = false;
    }

    private void Set(User user, Application application, bool isSaved)
    {
        lock (_sync)
            (_isSaved, _user, _application) = (isSaved || (_isSaved && user == _user && application == _application), user, application);
        _known.TrySetResult();
    }
}
