namespace Vexera.Core.Gateway.Transport;

/// <summary>A message-wise connection to the gateway. One reader and one sender at a time; disposing drops the connection.</summary>
internal interface IGatewayTransport : IDisposable
{
    /// <summary>
    /// Reads the next piece of a message. Does not throw: a connection that ended, in whatever way, is read as
    /// <see cref="TransportRead.Ended"/>. Disposing from elsewhere ends a pending read.
    /// </summary>
    ValueTask<TransportRead> ReadAsync(Memory<byte> destination);

    /// <summary>Sends one text message.</summary>
    /// <exception cref="IOException">The connection is gone.</exception>
    Task SendAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken);

    /// <summary>Sends a close frame and does not wait for the answer. Does not throw: a connection that is gone is closed.</summary>
    /// <param name="code">The close code.</param>
    /// <param name="reason">At most 123 bytes.</param>
    /// <param name="cancellationToken">Gives up sending.</param>
    Task CloseAsync(int code, string reason, CancellationToken cancellationToken);
}
