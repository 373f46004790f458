using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Vexera.Core.Discord;
using Vexera.Core.Net;
using Vexera.Core.Rest.Attachments;
using Vexera.Core.Rest.RateLimits;
using Vexera.Core.Rest.Wire;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Rest;

/// <summary>Registers the client of Discord's HTTP API.</summary>
internal static class RestRegistration
{
    /// <summary>
    /// Adds <see cref="IDiscordRest"/>, <see cref="IRestLatency"/> and the <see cref="BotToken"/>. Needs Net, a TimeProvider,
    /// logging, metrics and <see cref="DiscordOptions"/>.
    /// </summary>
    public static IServiceCollection AddDiscordRest(this IServiceCollection services)
    {
        services.AddSettings<RestOptions>(RestOptions.Section);
        services.TryAddSingleton(provider => Value<DiscordOptions>(provider).Token ?? throw new InvalidOperationException("Discord:Token is not set."));
        services.TryAddSingleton<RestLatency>();
        services.TryAddSingleton<IRestLatency>(provider => provider.GetRequiredService<RestLatency>());
        services.TryAddSingleton(Budget);
        services.TryAddSingleton<IRestBudget>(provider => provider.GetRequiredService<LocalRestBudget>());
        services.TryAddSingleton<IRestPressure>(provider => provider.GetRequiredService<LocalRestBudget>());
        services.TryAddSingleton(provider => new RestLog(provider.GetRequiredService<ILogger<RestClient>>()));
        services.TryAddSingleton(provider => new RetryPolicy(Value<RestOptions>(provider).MaxAttempts, provider.GetRequiredService<IJitter>()));
        services.TryAddSingleton(provider => new HttpMessageInvoker(
            RestHandler.Create(Value<DiscordOptions>(provider).ApiBaseUrl, provider.GetRequiredService<HandlerFactory>())));
        services.TryAddSingleton<IAttachments, DiscordAttachments>();
        services.TryAddSingleton<RestTransport>();
        services.TryAddSingleton<RestExchange>();
        services.TryAddSingleton<RestClient>();
        services.TryAddSingleton<IDiscordRest, DiscordRest>();
        return services;
    }

    private static LocalRestBudget Budget(IServiceProvider provider)
    {
        var budget = ActivatorUtilities.CreateInstance<LocalRestBudget>(provider);
        provider.GetRequiredService<VexeraMetrics>().RestInvalidWindow.Source = () => budget.InvalidLately;
        return budget;
    }

    private static T Value<T>(IServiceProvider provider)
        where T : class => provider.GetRequiredService<IOptions<T>>().Value;
}
