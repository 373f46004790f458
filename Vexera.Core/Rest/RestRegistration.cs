using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Discord;
using Vexera.Core.Rest.RateLimits;
using Vexera.Core.Rest.Wire;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Rest;

/// <summary>Registers the client of Discord's HTTP API.</summary>
internal static class RestRegistration
{
    /// <summary>
    /// Adds <see cref="IDiscordRest"/>, <see cref="IRestLatency"/>, <see cref="BotToken"/> and <see cref="DiscordOptions"/> from
    /// section <c>Discord</c>, checked at start. Needs logging, metrics and configuration.
    /// </summary>
    public static IServiceCollection AddDiscordRest(this IServiceCollection services)
    {
        services.AddOptions<DiscordOptions>().BindConfiguration(DiscordOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsValidator>();
        services.AddSingleton(provider => new BotToken(Options(provider).Token!));

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<VexeraMetrics>();
        services.AddSingleton<RestLatency>();
        services.AddSingleton<IRestLatency>(provider => provider.GetRequiredService<RestLatency>());
        services.TryAddSingleton<IRestBudget, LocalRestBudget>();
        services.AddSingleton(provider => new RetryPolicy(Options(provider).MaxAttempts, new Random()));
        services.AddSingleton(provider => new RestLog(provider.GetRequiredService<ILogger<RestClient>>()));
        services.AddSingleton(provider => new HttpMessageInvoker(RestHandler.Create(new Uri(Options(provider).BaseAddress))));
        services.AddSingleton<RestTransport>();
        services.AddSingleton<RestExchange>();
        services.AddSingleton<RestClient>();
        services.AddSingleton<IDiscordRest, DiscordRest>();
        return services;
    }

    private static DiscordOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<DiscordOptions>>().Value;
}
