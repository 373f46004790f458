namespace Vexera.Core.Gateway.Fleet;

/// <summary>The reason for which the fleet stopped for good, where the host can see it.</summary>
internal sealed class FleetFailure
{
    private readonly TaskCompletionSource<FatalGatewayException> _raised = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the failure; never completes while all is well.</summary>
    public Task<FatalGatewayException> Raised => _raised.Task;

    /// <summary>Makes the failure known; the first one counts.</summary>
    public bool TryRaise(FatalGatewayException failure) => _raised.TrySetResult(failure);
}
