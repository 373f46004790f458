using System.Net;

namespace Vexera.Host.Dashboard;

/// <summary>One address that the dashboard listens on.</summary>
/// <param name="Url">As it was written, in full: http://127.0.0.1:5080.</param>
/// <param name="IsLoopback">Whether only this machine reaches it.</param>
internal sealed record ListenAddress(string Url, bool IsLoopback)
{
    private const string LocalHost = "localhost";

    /// <summary>Reads addresses with semicolons between them.</summary>
    /// <param name="urls">The text.</param>
    /// <param name="refused">The first one that cannot be listened on; null when all can.</param>
    public static IReadOnlyList<ListenAddress> Parse(string urls, out string? refused)
    {
        var addresses = new List<ListenAddress>();
        refused = null;
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Read(url) is { } address)
                addresses.Add(address);
            else
                refused ??= url;
        }

        if (addresses.Count == 0)
            refused ??= urls;
        return addresses;
    }

    // The web server would take any other name for "all addresses".
    private static ListenAddress? Read(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp
            || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
            return null;
        if (string.Equals(uri.Host, LocalHost, StringComparison.OrdinalIgnoreCase))
            return uri.Port == 0 ? null : new ListenAddress(url, true);
        return IPAddress.TryParse(uri.DnsSafeHost, out var ip) ? new ListenAddress(url, IPAddress.IsLoopback(ip)) : null;
    }
}
