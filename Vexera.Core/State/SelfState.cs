using Vexera.Core.Discord.Entities;

namespace Vexera.Core.State;

/// <summary>Who the bot is, as READY and USER_UPDATE said.</summary>
internal sealed class SelfState : ISelf
{
    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile User? _user;
    private volatile Application? _application;

    /// <inheritdoc/>
    public User? User => _user;

    /// <inheritdoc/>
    public Application? Application => _application;

    /// <inheritdoc/>
    public Task WaitUntilKnownAsync(CancellationToken cancellationToken) => _known.Task.WaitAsync(cancellationToken);

    /// <summary>A session began.</summary>
    public void Learn(User user, Application application)
    {
        _user = user;
        _application = application;
        _known.TrySetResult();
    }

    /// <summary>The account changed.</summary>
    public void Update(User user) => _user = user;
}
