namespace Vexera.Host.Drills.Bot;

/// <summary>Puts something in front of a service of the bot.</summary>
internal static class ServiceDecoration
{
    /// <summary>Has everybody who asks for a service get what is in front of it. That disposes what it is in front of.</summary>
    /// <typeparam name="T">The service.</typeparam>
    /// <param name="services">The bot's services, the one to decorate among them.</param>
    /// <param name="wrap">Makes what is in front.</param>
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
}
