using System.Data.Common;
using System.Net;
using Microsoft.Extensions.Logging;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Discord;
using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Rest;
using Vexera.Core.Storage;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Modules.Alerts;

/// <summary>Tells of alerts in one place, no faster than people can read, and tries again ever more slowly. One call at a time.</summary>
internal sealed class PlaceTeller(AlertMessageStore store, LanguageChoice languages, TimeProvider time, ILogger logger)
{
    /// <summary>How many new messages there may be in <see cref="Window"/>; more is told together later.</summary>
    public const int MostPosts = 6;

    /// <summary>The time in which they are counted.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly AlertMessages _messages = new();
    private readonly Queue<TimeSpan> _posts = [];
    private readonly long _began = time.GetTimestamp();
    private readonly LogPace _failurePace = new(TimeSpan.FromMinutes(10), time);
    private TimeSpan _notBefore;
    private int _failures;
    private bool _isRestored;

    // However the machine's clock is set.
    private TimeSpan Now => time.GetElapsedTime(_began);

    /// <summary>Tells what is to be told now. Throws only when cancelled.</summary>
    /// <param name="place">The place as it is set now.</param>
    /// <param name="firing">What fires.</param>
    /// <param name="past">What is over.</param>
    /// <param name="mention">Who is pinged.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task TellAsync(
        IAlertPlace place, IReadOnlyList<Alert> firing, IReadOnlyList<Alert> past, IReadOnlyList<Snowflake> mention, CancellationToken cancellationToken)
    {
        try
        {
            await RestoreAsync(place, cancellationToken);
            Alert[] alerts = [.. firing, .. past];
            var now = Now;
            _messages.See(firing, now);
            _messages.Trim(alerts);
            if (now < _notBefore)
                return;
            if (_messages.NextPost(alerts) is { Count: > 0 } news && MayPost(now))
                await PostAsync(place, news, mention, cancellationToken);
            while (_messages.NextEdit(alerts) is var (messageId, inIt))
                await EditAsync(place, messageId, inIt, cancellationToken);
            _failures = 0;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Failed(place, failure);
        }
    }

    private async Task PostAsync(IAlertPlace place, IReadOnlyList<Alert> news, IReadOnlyList<Snowflake> mention, CancellationToken cancellationToken)
    {
        // Counted before, for who does not answer may have it.
        _posts.Enqueue(Now);
        var messageId = await place.PostAsync(AlertNotice.New(news, mention, languages.Default.Culture), AlertNotice.NonceOf(news), cancellationToken);
        _messages.Posted(messageId, news);
        AlertsLog.Told(logger, news.Count, place.Name);
        await KeepAsync(place, () => news.All(alert => alert.ResolvedAt is not null)
            ? Task.CompletedTask
            : store.SaveAsync(place.Name, messageId, news, cancellationToken));
    }

    private async Task EditAsync(IAlertPlace place, Snowflake messageId, IReadOnlyList<Alert> alerts, CancellationToken cancellationToken)
    {
        bool isDone;
        try
        {
            await place.EditAsync(messageId, AlertNotice.Edited(alerts, languages.Default.Culture), cancellationToken);
            isDone = _messages.Edited(messageId, alerts);
        }
        catch (DiscordRestException gone) when (gone.Status == HttpStatusCode.NotFound)
        {
            _messages.Gone(messageId, alerts, Now);
            isDone = true;
        }

        if (isDone)
            await KeepAsync(place, () => store.RemoveAsync(place.Name, messageId, cancellationToken));
    }

    private async Task RestoreAsync(IAlertPlace place, CancellationToken cancellationToken)
    {
        if (_isRestored)
            return;
        _isRestored = true;
        await KeepAsync(place, async () => _messages.Restore(await store.LoadAsync(place.Name, cancellationToken)));
    }

    private async Task KeepAsync(IAlertPlace place, Func<Task> keep)
    {
        try
        {
            await keep();
        }
        catch (Exception trouble) when (trouble is StorageException or DbException)
        {
            AlertsLog.NotKept(logger, place.Name, trouble.Message);
        }
    }

    private bool MayPost(TimeSpan now)
    {
        while (_posts.TryPeek(out var first) && now - first >= Window)
            _posts.Dequeue();
        return _posts.Count < MostPosts;
    }

    // Who refuses today does so in a minute too.
    private void Failed(IAlertPlace place, Exception failure)
    {
        var wait = failure is DiscordRestException { Status: < HttpStatusCode.InternalServerError } ? LongestWait : FirstWait * Math.Pow(2, Math.Min(_failures++, 10));
        if (wait > LongestWait)
            wait = LongestWait;
        _notBefore = Now + wait;
        if (_failurePace.TryTell(out var more))
            AlertsLog.NotTold(logger, place.Name, failure.Message, wait, more);
    }
}
