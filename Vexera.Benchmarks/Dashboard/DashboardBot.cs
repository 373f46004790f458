using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Vexera.Core.Monitoring.History;
using Vexera.Core.Monitoring.Sampling;
using Vexera.Host.Cli;
using Vexera.Host.Configuration;
using Vexera.Host.Hosting;

namespace Vexera.Benchmarks.Dashboard;

/// <summary>The whole bot as <c>vexera run</c> runs it, with a day of samples behind it.</summary>
internal static class DashboardBot
{
    /// <summary>The command that starts one, hidden on the command line.</summary>
    public const string Command = "dashboard-bot";

    /// <summary>Runs until it is told to stop.</summary>
    /// <param name="api">The simulator's HTTP API.</param>
    /// <param name="token">The bot's token.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task<int> RunAsync(string api, string token, CancellationToken cancellationToken) =>
        new BotRunner(new Terminal(Console.Out, Console.Error)).RunAsync(
            new ConfigurationSources(new AppSettingsFile(), new Dictionary<string, string?>
            {
                ["Dashboard:Urls"] = "http://127.0.0.1:0",
                ["Discord:Token"] = token,
                ["Discord:ApiBaseUrl"] = api,
            }),
            cancellationToken,
            services => services.AddHostedService<Yesterday>());

    /// <summary>Gives the history a day of figures, in the form and number in which the sampler would have.</summary>
    private sealed class Yesterday(SampleHistory history, TimeProvider time) : IHostedService
    {
        private const int SecondsOfDay = 24 * 60 * 60;
        private const int Interval = 10;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            for (var second = SecondsOfDay; second > Interval; second -= Interval)
            {
                var wave = 1 + 0.4 * Math.Sin(second / 9_000.0) + 0.05 * Math.Sin(second / 70.0);
                history.Add(new Sample
                {
                    At = now - TimeSpan.FromSeconds(second),
                    EventsPerSecond = 1_200 * wave,
                    CpuCores = 0.3 * wave,
                    MemoryBytes = (long)(1.4e9 * wave),
                    DispatchDelayP99 = 0.003 * wave,
                    Shards = 288,
                    ShardsReady = 288,
                });
            }

            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
