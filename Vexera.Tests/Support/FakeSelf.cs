using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.State;

namespace Vexera.Tests.Support;

/// <summary>A bot that knows, or does not yet know, who it is.</summary>
internal sealed class FakeSelf : ISelf
{
    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static Snowflake Id { get; } = new(100);

    public User? User { get; private set; }

    public Application? Application { get; private set; }

    /// <param name="id">The id that it has when it does; another one unless given.</param>
    public void BecomeKnown(ulong? id = null)
    {
        var self = id is { } given ? new Snowflake(given) : Id;
        User = new User { Id = self, Username = "Vexera", Bot = true };
        Application = new Application { Id = self };
        _known.TrySetResult();
    }

    public Task WaitUntilKnownAsync(CancellationToken cancellationToken) => _known.Task.WaitAsync(cancellationToken);
}
