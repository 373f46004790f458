using System.Net;
using Vexera.Core.Net;

namespace Vexera.Core.Rest.Wire;

/// <summary>Makes the handler that owns the connections to Discord.</summary>
internal static class RestHandler
{
    // TCP and TLS together; Net has its own for TCP alone.
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>A handler for one API address.</summary>
    /// <param name="address">The API's base address.</param>
    /// <param name="handlers">Where it comes from, so that names resolve through the process's own cache.</param>
    public static SocketsHttpHandler Create(Uri address, HandlerFactory handlers)
    {
        var handler = handlers.Create();
        // A redirect would carry the token elsewhere, and Discord sends none.
        handler.AllowAutoRedirect = false;
        // Traces would name the path, and with it the tokens of interactions.
        handler.ActivityHeadersPropagator = null;
        handler.AutomaticDecompression = DecompressionMethods.All;
        handler.ConnectTimeout = ConnectTimeout;
        handler.EnableMultipleHttp2Connections = true;
        handler.PooledConnectionLifetime = ConnectionLifetime;
        handler.UseCookies = false;
        handler.UseProxy = !address.IsLoopback;
        return handler;
    }
}
