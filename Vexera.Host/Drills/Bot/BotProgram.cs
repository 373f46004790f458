using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Host.Cli;
using Vexera.Host.Configuration;
using Vexera.Host.Control;
using Vexera.Host.Drills.Bot.Breakers;
using Vexera.Host.Drills.Bot.Faults;
using Vexera.Host.Hosting;

namespace Vexera.Host.Drills.Bot;

/// <summary>
/// The whole bot as <c>vexera run</c> runs it, signals included, with handlers that only drills want: one writes down the number of
/// each message it has handled, one is slow when it is told to be, and with faults that the machine under it has when told.
/// </summary>
internal static class BotProgram
{
    /// <summary>The command that starts one, hidden on the command line.</summary>
    public const string Command = "drill-bot";

    private const string Module = "Drill";

    /// <summary>Runs until it is told to stop.</summary>
    public static async Task<int> RunAsync(Terminal terminal, BotSetup setup, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string?>(setup.Settings.Select(one => new KeyValuePair<string, string?>(one.Key, one.Value)))
        {
            ["Dashboard:Urls"] = "http://127.0.0.1:0",
            ["Discord:Token"] = setup.Token,
            ["Discord:ApiBaseUrl"] = setup.Api.AbsoluteUri,
        };
        using var ledger = new NumberLedger(setup.Ledger);
        return await new BotRunner(terminal).RunAsync(
            new ConfigurationSources(new AppSettingsFile(), settings),
            cancellationToken,
            services =>
            {
                services
                    .AddFaults()
                    .AddSingleton(ledger)
                    .AddEventHandler<MessageCreateEvent, NumberLedger>(Module)
                    .AddSingleton<SlowHandler>()
                    .AddSingleton<IControlCommand, SlowHandlerControl>()
                    .AddEventHandler<MessageCreateEvent, SlowHandler>(Module);
                if (setup.Breaker is { } name)
                    BreakerCatalog.All[name](services);
            });
    }
}
