using System.ComponentModel;
using Vexera.Host.Drills.Bot;
using Vexera.Host.Drills.Processes;

namespace Vexera.Host.Drills.Sampling;

/// <summary>What the system and the bot's page <c>/metrics</c> tell of the process that runs.</summary>
/// <param name="bot">The bot.</param>
internal sealed class BotMeters(DrilledBot bot) : IDisposable
{
    private const string Received = "vexera_events_received_total";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private LocalHttp? _http;
    private int _processId;

    /// <summary>What the process has used; null when none runs.</summary>
    public ProcessSample? Usage()
    {
        try
        {
            return bot.Process is { HasExited: false } process ? ProcessSample.Of(process) : null;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Dispatches received since its start; null when it does not tell.</summary>
    public async Task<double?> ReceivedAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Http() is not { } http)
                return null;
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience);
            return Prometheus.Sum(await http.GetStringAsync(new Uri("/metrics", UriKind.Relative), patience.Token), Received);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Forget();
            return null;
        }
    }

    public void Dispose() => _http?.Dispose();

    private HttpClient? Http()
    {
        if (bot.Process is not { } process)
            return null;
        if (process.Id != _processId)
            Forget();
        if (_http is null && BotLog.Read(bot.Folder).Dashboard is { } address)
            (_http, _processId) = (new LocalHttp(address), process.Id);
        return _http?.Client;
    }

    private void Forget()
    {
        _http?.Dispose();
        _http = null;
    }
}
