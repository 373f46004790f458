namespace Vexera.Core.Gateway.Fleet;

/// <summary>The reason for which the fleet stopped for good, where the host can see it.</summary>
internal sealed class FleetFailure
{
    private readonly TaskCompletionSource<Exception> _raised = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with a <see cref="FatalGatewayException"/> or <see cref="GatewayUnreachableException"/>; never completes while all is well.</summary>
    public Task<Exception> Raised => _raised.Task;

    /// <summary>Makes the failure known; the first one counts.</summary>
    public bool TryRaise(Exception failure) => _raised.TrySetResult(failure);
}
