using Microsoft.Extensions.Logging;
using Vexera.Core.Monitoring.History;

namespace Vexera.Core.Modules.Announcements;

/// <summary>Writes down what is to be said, then has it sent, and waits a while for that.</summary>
internal sealed class Announcer(
    AnnouncementStore store, AnnouncementDelivery delivery, IMarks marks, TimeProvider time, ILogger<Announcer> logger)
    : IAnnouncer, IIncidents, IDisposable
{
    /// <summary>How long Discord is waited for before the answer says that it is under way.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _ending = new();
    private int _disposed;

    /// <inheritdoc/>
    public Task<AnnouncementOutcome> AnnounceAsync(string text, AnnouncementAuthor by, CancellationToken cancellationToken) => SayAsync(
        text,
        AnnouncementContent.LongestAnnouncement,
        said => store.AddAsync(AnnouncementKind.Announcement, said, by, cancellationToken),
        AnnouncementRefusal.None,
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Announcement>> PendingAsync(CancellationToken cancellationToken) => store.PendingAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Announcement>> RecentAsync(int most, CancellationToken cancellationToken) =>
        store.RecentAsync(most, cancellationToken);

    /// <inheritdoc/>
    public Task<Announcement?> FindOpenAsync(CancellationToken cancellationToken) => store.FindOpenIncidentAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<AnnouncementOutcome> OpenAsync(string text, AnnouncementAuthor by, CancellationToken cancellationToken) => SayAsync(
        text,
        AnnouncementContent.LongestEntry,
        async said =>
        {
            var number = await store.AddAsync(AnnouncementKind.Incident, said, by, cancellationToken);
            if (number is not null)
                await MarkAsync(MarkKind.Incident, said);
            return number;
        },
        AnnouncementRefusal.IncidentIsOpen,
        cancellationToken);

    /// <inheritdoc/>
    public Task<AnnouncementOutcome> UpdateAsync(string text, AnnouncementAuthor by, CancellationToken cancellationToken) => SayAsync(
        text,
        AnnouncementContent.LongestEntry,
        said => store.AppendAsync(EntryKind.Update, said, by, cancellationToken),
        AnnouncementRefusal.NoIncident,
        cancellationToken);

    /// <inheritdoc/>
    public Task<AnnouncementOutcome> ResolveAsync(string text, AnnouncementAuthor by, CancellationToken cancellationToken) => SayAsync(
        text,
        AnnouncementContent.LongestEntry,
        async said =>
        {
            var number = await store.AppendAsync(EntryKind.Resolve, said, by, cancellationToken);
            if (number is { } resolved && await store.FindAsync(resolved, cancellationToken) is { } incident)
                await MarkAsync(MarkKind.Resolved, incident.Entries[0].Text);
            return number;
        },
        AnnouncementRefusal.NoIncident,
        cancellationToken,
        mayBeEmpty: true);

    /// <inheritdoc/>
    // The container knows it by three names, and disposes each.
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        _ending.Cancel();
        _ending.Dispose();
    }

    private async Task<AnnouncementOutcome> SayAsync(
        string text,
        int longest,
        Func<string, Task<long?>> write,
        AnnouncementRefusal otherwise,
        CancellationToken cancellationToken,
        bool mayBeEmpty = false)
    {
        text = text.Trim();
        if (text.Length == 0 && !mayBeEmpty)
            return new(AnnouncementRefusal.Empty, null);
        if (text.Length > longest)
            return new(AnnouncementRefusal.TooLong, null);
        if (await write(text) is not { } number)
            return new(otherwise, await store.FindOpenIncidentAsync(cancellationToken));
        var attempt = delivery.DeliverAsync(number, _ending.Token);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(attempt, Task.Delay(Patience, time, ended.Token));
        await ended.CancelAsync();
        return attempt.IsCompleted
            ? new(AnnouncementRefusal.None, await attempt)
            : new(AnnouncementRefusal.None, await store.FindAsync(number, cancellationToken), IsUnderWay: true);
    }

    private async Task MarkAsync(MarkKind kind, string text)
    {
        try
        {
            await marks.AddAsync(kind, text, _ending.Token);
        }
        catch (Exception e)
        {
            AnnouncementsLog.NotMarked(logger, e);
        }
    }
}
