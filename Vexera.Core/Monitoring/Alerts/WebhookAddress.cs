using System.Diagnostics.CodeAnalysis;
using Vexera.Core.Discord;

namespace Vexera.Core.Monitoring.Alerts;

/// <summary>What a webhook's address says: which webhook, and the token that is the right to use it. Prints redacted.</summary>
/// <param name="Id">The webhook.</param>
/// <param name="Token">Its secret.</param>
internal sealed record WebhookAddress(Snowflake Id, Secret Token)
{
    private const string Webhooks = "webhooks";

    /// <summary>Reads an address such as <c>https://discord.com/api/webhooks/123/abc</c>, with or without a version after <c>api</c>.</summary>
    /// <param name="secret">The address.</param>
    /// <param name="address">What it says.</param>
    public static bool TryParse(Secret secret, [NotNullWhen(true)] out WebhookAddress? address)
    {
        address = null;
        if (!Uri.TryCreate(secret.Reveal(), UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
            return false;
        if (uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is not [.., Webhooks, var id, { Length: > 0 } token])
            return false;
        if (!Snowflake.TryParse(id, null, out var webhook) || webhook.IsNone)
            return false;
        address = new WebhookAddress(webhook, new Secret(token));
        return true;
    }
}
