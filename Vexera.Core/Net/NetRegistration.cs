using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Vexera.Core.Net;

/// <summary>Registers the room between the process and the network.</summary>
internal static class NetRegistration
{
    /// <summary>Adds the address cache, the handlers that connect by it, and the randomness. Needs a TimeProvider and metrics.</summary>
    public static IServiceCollection AddNet(this IServiceCollection services)
    {
        services.AddSettings<NetOptions>(NetOptions.Section);
        services.TryAddSingleton<IAddressResolver>(provider =>
            DnsServerAttribute.Parse(provider.GetRequiredService<IOptions<NetOptions>>().Value.DnsServer) is { } server
                ? new DnsServerResolver(server, provider.GetRequiredService<TimeProvider>())
                : new SystemAddressResolver());
        services.TryAddSingleton<ISocketDialer, SocketDialer>();
        services.TryAddSingleton<IJitter, SystemJitter>();
        services.TryAddSingleton<AddressCache>();
        services.TryAddSingleton<AddressConnector>();
        services.TryAddSingleton<HandlerFactory>();
        return services;
    }
}
