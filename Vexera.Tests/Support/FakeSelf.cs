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

    public void BecomeKnown()
    {
        User = new User { Id = Id, Username = "Vexera", Bot = true };
        Application = new Application { Id = Id };
        _known.TrySetResult();
    }

    public Task WaitUntilKnownAsync(CancellationToken cancellationToken) => _known.Task.WaitAsync(cancellationToken);
}
