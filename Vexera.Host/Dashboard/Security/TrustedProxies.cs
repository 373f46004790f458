using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Vexera.Host.Dashboard.Security;

/// <summary>Takes the visitor's address and scheme from the proxies that the settings name, and from nobody else.</summary>
internal static class TrustedProxies
{
    /// <summary>The rules for the settings.</summary>
    public static ForwardedHeadersOptions Of(DashboardOptions options)
    {
        var rules = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = 1 };
        rules.KnownProxies.Clear();
        rules.KnownIPNetworks.Clear();
        foreach (var proxy in options.TrustedProxies)
            rules.KnownProxies.Add(IPAddress.Parse(proxy));
        return rules;
    }
}
