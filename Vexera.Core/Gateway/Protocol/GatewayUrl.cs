namespace Vexera.Core.Gateway.Protocol;

/// <summary>
/// Addresses of the gateway.
/// Source: https://discord.com/developers/docs/events/gateway#connecting-gateway-url-query-string-params.
/// </summary>
internal static class GatewayUrl
{
    /// <summary>An absolute ws or wss address, or null.</summary>
    public static Uri? TryParse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "ws" or "wss" ? url : null;

    /// <summary>Adds what a connection must ask for; a query or fragment that was there goes.</summary>
    public static Uri WithQuery(Uri address, GatewayCompression compression)
    {
        var query = "?v=10&encoding=json" + compression switch
        {
            GatewayCompression.ZlibStream => "&compress=zlib-stream",
            GatewayCompression.ZstdStream => "&compress=zstd-stream",
            _ => "",
        };
        return new UriBuilder(address) { Query = query, Fragment = "" }.Uri;
    }
}
