using System.Net;

namespace Vexera.Core.Gateway.Transport;

/// <summary>Makes connections that are upgraded, to a WebSocket, <see cref="ReadAheadStream"/>s.</summary>
internal sealed class ReadAheadHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    // Ten messages of common length, and as much as one TLS record holds; kept for each connection.
    private const int Size = 16 * 1024;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.SwitchingProtocols)
            response.Content = new UpgradedContent(response.Content);
        return response;
    }

    // The connection as the content of the answer that has upgraded it.
    private sealed class UpgradedContent(HttpContent upgraded) : HttpContent
    {
        protected override Stream CreateContentReadStream(CancellationToken cancellationToken) =>
            new ReadAheadStream(upgraded.ReadAsStream(cancellationToken), Size);

        protected override async Task<Stream> CreateContentReadStreamAsync() => new ReadAheadStream(await upgraded.ReadAsStreamAsync(), Size);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                upgraded.Dispose();
            base.Dispose(disposing);
        }
    }
}
