using Vexera.Core.Rest;
using Vexera.Host.Drills.Bot.Breakers.Rest;

namespace Vexera.Host.Drills.Bot.Breakers;

/// <summary>Puts something around a service that is registered already.</summary>
internal static class ServiceDecoration
{
    /// <summary>Wraps a service.</summary>
    /// <param name="services">Where it is registered.</param>
    /// <param name="wrap">Makes what stands in its place.</param>
    public static IServiceCollection Decorate<T>(this IServiceCollection services, Func<T, IServiceProvider, T> wrap)
        where T : class
    {
        var registered = services.Last(service => service.ServiceType == typeof(T));
        services.Remove(registered);
        return services.AddSingleton(provider => wrap(
            (T)(registered.ImplementationFactory?.Invoke(provider)
                ?? registered.ImplementationInstance
                ?? ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!)),
            provider));
    }

    /// <summary>Wraps the channels of Discord's HTTP API.</summary>
    public static IServiceCollection DecorateChannels(
        this IServiceCollection services, Func<IChannelResource, IServiceProvider, PassingChannels> wrap) =>
        services.Decorate<IDiscordRest>((inner, provider) => new RestWithChannels(inner, wrap(inner.Channels, provider)));
}
