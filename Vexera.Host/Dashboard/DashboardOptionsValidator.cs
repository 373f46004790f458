using System.Net;
using Microsoft.Extensions.Options;

namespace Vexera.Host.Dashboard;

/// <summary>Rules that no annotation can state: above all, nobody from outside comes in without a login.</summary>
internal sealed class DashboardOptionsValidator : IValidateOptions<DashboardOptions>
{
    private const int ShortestKey = 12;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DashboardOptions options)
    {
        if (!options.Enabled)
            return ValidateOptionsResult.Success;
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(DashboardOptions options)
    {
        var addresses = ListenAddress.Parse(options.Urls, out var refused);
        if (refused is not null)
            yield return DashboardText.BadUrl.With(refused);
        if (options.AdminKey is { } key && key.Reveal().Length < ShortestKey)
            yield return DashboardText.ShortKey.With(ShortestKey);
        if (options.SignIn.ClientSecret is not null && options.SignIn.RedirectUrl is null)
            yield return DashboardText.NoRedirect;
        if (options.SignIn.RedirectUrl is { } redirect && !IsRedirect(redirect))
            yield return DashboardText.BadRedirect.With(redirect.OriginalString);
        if (options.TrustedProxies.FirstOrDefault(proxy => !IPAddress.TryParse(proxy, out _)) is { } wrong)
            yield return DashboardText.BadProxy.With(wrong);
        if (options.RequiresLogin())
            yield break;
        if (addresses.FirstOrDefault(address => !address.IsLoopback) is { } open)
            yield return DashboardText.OpenWithoutLogin.With(open.Url);
        if (options.AllowedHosts.Count > 0)
            yield return DashboardText.HostsWithoutLogin.With(string.Join(", ", options.AllowedHosts));
    }

    private static bool IsRedirect(Uri redirect) =>
        (redirect.Scheme == Uri.UriSchemeHttps || redirect.Scheme == Uri.UriSchemeHttp)
        && redirect.PathAndQuery == DashboardPaths.DiscordLogin;
}
