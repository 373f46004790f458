using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Vexera.Core.Net;

/// <summary>Registers the room between the process and the network.</summary>
internal static class NetRegistration
{
    /// <summary>Adds the address cache, the connector and the randomness. Needs a TimeProvider and metrics.</summary>
    public static IServiceCollection AddNet(this IServiceCollection services)
    {
        services.AddSettings<NetOptions>(NetOptions.Section);
        services.TryAddSingleton<IAddressResolver, SystemAddressResolver>();
        services.TryAddSingleton<ISocketDialer, SocketDialer>();
        services.TryAddSingleton<IJitter, SystemJitter>();
        services.TryAddSingleton<AddressCache>();
        services.TryAddSingleton<AddressConnector>();
        return services;
    }
}
