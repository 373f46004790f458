using Vexera.Core.Rest;

namespace Vexera.Host.Drills.Bot.Breakers.Rest;

/// <summary>Puts something in front of the channels of Discord's HTTP API.</summary>
internal static class ChannelDecoration
{
    /// <summary>Has everybody who sends to channels send through what is in front of them.</summary>
    /// <param name="services">The bot's services.</param>
    /// <param name="wrap">Makes what is in front.</param>
    public static IServiceCollection DecorateChannels(
        this IServiceCollection services, Func<IChannelResource, IServiceProvider, PassingChannels> wrap) =>
        services.Decorate<IDiscordRest>((inner, provider) => new RestWithChannels(inner, wrap(inner.Channels, provider)));
}
