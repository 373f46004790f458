using System.Security.Cryptography;
using System.Text;

namespace Vexera.Host.Dashboard.Security;

/// <summary>Opens the routes of other rooms to programs: with <c>Authorization: Bearer</c> and the admin key, where there is a login.</summary>
/// <param name="options">The key.</param>
internal sealed class RouteKey(DashboardOptions options)
{
    private const string Scheme = "Bearer ";

    /// <summary>Whether a request may come in.</summary>
    public bool Opens(HttpRequest request)
    {
        if (!options.RequiresLogin())
            return true;
        var given = request.Headers.Authorization.ToString();
        return options.AdminKey is { } key && given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && IsSame(key.Reveal(), given[Scheme.Length..]);
    }

    /// <summary>Sends a request away.</summary>
    public static Task Refuse(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status401Unauthorized;
        response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    // Hashes are of one length, so that the time tells nothing about the key's.
    internal static bool IsSame(string expected, string given) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(expected)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));
}
