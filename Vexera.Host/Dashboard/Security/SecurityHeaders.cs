namespace Vexera.Host.Dashboard.Security;

/// <summary>Tells browsers what these pages never do.</summary>
internal static class SecurityHeaders
{
    // Styles are also set from within the page: MudBlazor's theme, and where things stand in a chart.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /// <summary>Puts the headers on an answer.</summary>
    public static void AddTo(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // With "no-referrer" browsers would hide from which page a form comes, and HostGuard wants to know.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        response.OnStarting(() =>
        {
            // Scripts and styles bring their own.
            if (headers.CacheControl.Count == 0)
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
    }
}
