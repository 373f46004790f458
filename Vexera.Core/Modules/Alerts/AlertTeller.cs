using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Dispatch;
using Vexera.Core.Monitoring.Alerts;

namespace Vexera.Core.Modules.Alerts;

/// <summary>Looks every few seconds whether there is something to tell, so that what begins together is told together.</summary>
internal sealed class AlertTeller(
    IAlertBoard board,
    AlertPlaces places,
    AlertMessageStore store,
    IModuleSwitches switches,
    LanguageChoice languages,
    TimeProvider time,
    ILogger<AlertTeller> logger)
    : BackgroundService
{
    /// <summary>How often.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private const int MostPast = 100;

    private readonly Dictionary<string, PlaceTeller> _tellers = [];

    /// <summary>Tells what is to be told now, in all places at the same time.</summary>
    internal async Task TellAsync(CancellationToken cancellationToken)
    {
        if (!switches.IsOn(AlertsModule.ModuleName))
        {
            // What fires when it is switched on again is told then.
            _tellers.Clear();
            return;
        }

        var (current, firing, past) = (places.Current, board.Firing, board.Past(MostPast));
        foreach (var gone in _tellers.Keys.Except(current.Select(place => place.Name)).ToList())
            _tellers.Remove(gone);
        await Task.WhenAll(current.Select(place => TellerOf(place).TellAsync(place, firing, past, places.Mention, cancellationToken)));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested)
                await TellAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private PlaceTeller TellerOf(IAlertPlace place)
    {
        if (!_tellers.TryGetValue(place.Name, out var teller))
            _tellers[place.Name] = teller = new PlaceTeller(store, languages, time, logger);
        return teller;
    }
}
