using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Host.Cli;
using Vexera.Host.Configuration;
using Vexera.Host.Hosting;

namespace Vexera.Benchmarks.Restarts.Programs;

/// <summary>
/// The whole bot as <c>vexera run</c> runs it, signals included, with one more handler, which writes down the number of each
/// message it has handled.
/// </summary>
internal static class CountingBot
{
    /// <summary>The command that starts one, hidden on the command line.</summary>
    public const string Command = "counting-bot";

    /// <summary>Runs until it is told to stop.</summary>
    public static async Task<int> RunAsync(RestartSetup setup, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string?>(setup.Settings.Select(one => new KeyValuePair<string, string?>(one.Key, one.Value)))
        {
            ["Dashboard:Urls"] = "http://127.0.0.1:0",
            ["Discord:Token"] = setup.Token,
            ["Discord:ApiBaseUrl"] = setup.Api.AbsoluteUri,
        };
        using var ledger = new NumberLedger(setup.Ledger);
        return await new BotRunner(new Terminal(Console.Out, Console.Error)).RunAsync(
            new ConfigurationSources(new AppSettingsFile(), settings),
            cancellationToken,
            services => services.AddSingleton(ledger).AddEventHandler<MessageCreateEvent, NumberLedger>("Benchmark"));
    }
}
