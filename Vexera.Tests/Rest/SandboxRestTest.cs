using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Core;
using Vexera.Core.Discord;
using Vexera.Core.Net;
using Vexera.Core.Rest;
using Vexera.Core.Rest.RateLimits;
using Vexera.Core.Rest.Wire;
using Vexera.Core.Telemetry;
using Vexera.Tests.Sandbox.Rest;
using Vexera.Tests.Support;

namespace Vexera.Tests.Rest;

/// <summary>The client as the bot has it, over real connections, against the sandbox; both live by the same clock.</summary>
public abstract class SandboxRestTest : RestTest, IAsyncLifetime
{
    private static readonly TimeSpan Generous = TimeSpan.FromMinutes(1);
    private readonly CancellationTokenSource _deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private ServiceProvider _services = null!;

    internal IDiscordRest Rest => _services.GetRequiredService<IDiscordRest>();

    internal Snowflake Channel => new(General);

    /// <summary>For all calls: a test that waits for what never comes fails instead of hanging.</summary>
    private protected CancellationToken Token => _deadline.Token;

    /// <summary>How often the sandbox answered so on routes whose template contains this text.</summary>
    private protected long Answers(string route, int status) =>
        Stats.Requests.Where(one => one.Key.Route.Contains(route, StringComparison.Ordinal) && one.Key.Status == status).Sum(one => one.Value);

    /// <summary>Lets time pass until the call is done.</summary>
    private protected async Task<T> DoneAsync<T>(Task<T> call)
    {
        await _services.GetRequiredService<WatchedBudget>().WhileAsync(call);
        return await call;
    }

    /// <inheritdoc cref="DoneAsync{T}"/>
    private protected Task DoneAsync(Task call) => _services.GetRequiredService<WatchedBudget>().WhileAsync(call);

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        _deadline.CancelAfter(Generous);
        await InitializeAsync();
        var address = new Uri(Server.Address, "/api/v10");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Discord:Token"] = World.Users.TokenOf(BotId),
            ["Discord:ApiBaseUrl"] = $"{address}/",
            ["Rest:RequestTimeout"] = "00:05:00",
            ["Rest:MaxWait"] = "01:00:00",
        });
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration.Build())
            .AddSingleton<TimeProvider>(Clock)
            .AddLogging()
            .AddSingleton(services => new HttpMessageInvoker(new OpenApiExchangeHandler(
                RestHandler.Create(address, services.GetRequiredService<HandlerFactory>()), checkRequests: true)))
            .AddSingleton<LocalRestBudget>()
            .AddSingleton(services => new WatchedBudget(services.GetRequiredService<LocalRestBudget>(), Clock))
            .AddSingleton<IRestBudget>(services => services.GetRequiredService<WatchedBudget>())
            .AddSettings<DiscordOptions>(DiscordOptions.Section).Services
            .AddTelemetry()
            .AddNet()
            .AddDiscordRest()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        _deadline.Dispose();
        await _services.DisposeAsync();
        await DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
