using Microsoft.Extensions.Options;
using Vexera.Core.Discord;
using Vexera.Core.Net;
using Vexera.Core.Rest;
using Vexera.Core.Rest.RateLimits;
using Vexera.Core.Rest.Wire;
using Vexera.Core.Telemetry;
using Vexera.Tests.Support;

namespace Vexera.Tests.Rest;

/// <summary>The whole client over a scripted Discord and a clock that stands still.</summary>
internal sealed class RestRig : IDisposable
{
    public const string Secret = "s3cret.bot.token";

    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(30);
    private readonly CancellationTokenSource _deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly MetricsProbe _metrics = new();
    private readonly LocalRestBudget _budget;
    private readonly HttpMessageInvoker _http;

    public RestRig(RestOptions? options = null, HttpMessageHandler? handler = null, string address = "http://127.0.0.1:1/api/v10")
    {
        _deadline.CancelAfter(Generous);
        var rest = Options.Create(options ?? new RestOptions());
        var discord = Options.Create(new DiscordOptions { ApiBaseUrl = new Uri(address) });
        var log = new RestLog(Logger);
        _budget = new LocalRestBudget(rest, Time, Logger.For<LocalRestBudget>());
        _http = new HttpMessageInvoker(handler ?? Discord);
        var transport = new RestTransport(_http, discord, new BotToken(Secret));
        var exchange = new RestExchange(transport, rest, Time, _metrics.Metrics, Latency, new DiscordClock(Time), log);
        Client = new RestClient(_budget, exchange, new RetryPolicy(rest.Value.MaxAttempts, new HalfJitter()), rest, Time, log);
        Rest = new DiscordRest(Client, Time);
    }

    /// <summary>For all calls: a test that waits for what never comes fails instead of hanging.</summary>
    public CancellationToken Token => _deadline.Token;

    public WatchedTime Time { get; } = new();

    public ScriptedHttp Discord { get; } = new();

    public RecordingLogger<RestClient> Logger { get; } = new();

    public RestLatency Latency { get; } = new();

    public MetricsProbe Metrics => _metrics;

    public RestClient Client { get; }

    public DiscordRest Rest { get; }

    public void Dispose()
    {
        _budget.Dispose();
        _http.Dispose();
        Discord.Dispose();
        _metrics.Dispose();
        _deadline.Dispose();
    }
}

/// <summary>No randomness: always the middle.</summary>
internal sealed class HalfJitter : IJitter
{
    public double Next() => 0.5;
}
