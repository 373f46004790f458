using System.Net;

namespace Vexera.Core.Rest.Wire;

/// <summary>Makes the handler that owns the connections to Discord.</summary>
internal static class RestHandler
{
    // TCP and TLS together; Net has its own for TCP alone.
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>A handler for one API address.</summary>
    /// <param name="address">The API's base address.</param>
    /// <param name="connect">Opens connections, so that names resolve through the process's own cache; null for the system's way.</param>
    public static SocketsHttpHandler Create(
        Uri address, Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? connect = null) => new()
        {
            // A redirect would carry the token elsewhere, and Discord sends none.
            AllowAutoRedirect = false,
            // Traces would name the path, and with it the tokens of interactions.
            ActivityHeadersPropagator = null,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = connect,
            ConnectTimeout = ConnectTimeout,
            EnableMultipleHttp2Connections = true,
            PooledConnectionLifetime = ConnectionLifetime,
            UseCookies = false,
            UseProxy = !address.IsLoopback,
        };
}
