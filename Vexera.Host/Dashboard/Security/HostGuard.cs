using System.Net;

namespace Vexera.Host.Dashboard.Security;

/// <summary>
/// Lets in only requests that a browser was meant to send here: by a name of this server's, from a page of this server's, and
/// not through a proxy where nobody has to log in. A page elsewhere that points its name at 127.0.0.1 gets nothing.
/// </summary>
/// <param name="options">The names, and whether there is a login.</param>
internal sealed class HostGuard(DashboardOptions options)
{
    private static readonly string[] ProxyHeaders = ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"];

    /// <summary>Why a request must not come in; null when it may.</summary>
    public string? Refusal(HttpRequest request)
    {
        if (!IsKnown(request.Host.Host))
            return DashboardText.UnknownHost.With(request.Host.Host);
        if (request.Headers.Origin is [{ } origin] && !IsOwn(origin, request.Host))
            return DashboardText.ForeignOrigin;
        return !options.RequiresLogin() && ProxyHeaders.Any(request.Headers.ContainsKey) ? DashboardText.ProxyWithoutLogin : null;
    }

    // A name can be pointed anywhere by whoever owns it; an address cannot.
    private bool IsKnown(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host, out _)
        || options.AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && string.Equals(uri.Host.Trim('[', ']'), host.Host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase)
        && (host.Port is not { } port || port == uri.Port);
}
