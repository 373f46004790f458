namespace Vexera.Core.Gateway;

/// <summary>Takes what shards receive. One shard calls it in sequence order, never twice at once; shards call it side by side.</summary>
internal interface IDispatchSink
{
    /// <summary>
    /// Takes one dispatch. The shard reads on when the task completes, so waiting here is back-pressure on the socket
    /// (heartbeats go on). Throws only when stopped while waiting, and then the frame was not taken: a bad payload is the
    /// sink's to count.
    /// </summary>
    /// <param name="frame">Its memory is valid until the task completes, or until the sink releases a buffer it retained.</param>
    /// <param name="cancellationToken">Signalled when the shard is stopping.</param>
    ValueTask OnDispatchAsync(DispatchFrame frame, CancellationToken cancellationToken);

    /// <summary>
    /// Takes what the shard handed on to handlers. The shard goes on elsewhere, so the calling thread is the sink's to use for as
    /// long as it likes; a sink that hands on at once has nothing to do here.
    /// </summary>
    void LendThread();
}
