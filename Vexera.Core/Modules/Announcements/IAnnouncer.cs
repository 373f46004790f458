using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Announcements;

/// <summary>Tells the servers that follow the announcement channel.</summary>
internal interface IAnnouncer
{
    /// <summary>Posts and publishes. What does not go through now is kept and tried again, also by the next process.</summary>
    /// <param name="text">1 to 2,000 characters.</param>
    /// <param name="by">Who says it.</param>
    /// <param name="cancellationToken">Ends the wait; what is written down stays.</param>
    /// <exception cref="StorageException">The database cannot be used; nothing was written down or posted.</exception>
    Task<AnnouncementOutcome> AnnounceAsync(string text, AnnouncementAuthor by, CancellationToken cancellationToken);

    /// <summary>What is not wholly sent: incidents first, then by age.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    Task<IReadOnlyList<Announcement>> PendingAsync(CancellationToken cancellationToken);

    /// <summary>The latest announcements and incidents, newest first.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    Task<IReadOnlyList<Announcement>> RecentAsync(int most, CancellationToken cancellationToken);
}

/// <summary>The incident that the servers are told of: one at a time, one message that is edited.</summary>
internal interface IIncidents
{
    /// <summary>The open incident; null when there is none.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    Task<Announcement?> FindOpenAsync(CancellationToken cancellationToken);

    /// <summary>Opens one, posts and publishes it.</summary>
    /// <param name="text">1 to 900 characters.</param>
    /// <param name="by">Who says it.</param>
    /// <param name="cancellationToken">Ends the wait; what is written down stays.</param>
    /// <exception cref="StorageException">The database cannot be used; nothing was written down or posted.</exception>
    Task<AnnouncementOutcome> OpenAsync(string text, AnnouncementAuthor by, CancellationToken cancellationToken);

    /// <summary>Adds to the open one; its message is edited, in following servers too.</summary>
    /// <inheritdoc cref="OpenAsync"/>
    Task<AnnouncementOutcome> UpdateAsync(string text, AnnouncementAuthor by, CancellationToken cancellationToken);

    /// <summary>Resolves the open one.</summary>
    /// <param name="text">Up to 900 characters; empty for none.</param>
    /// <param name="by">Who says it.</param>
    /// <param name="cancellationToken">Ends the wait; what is written down stays.</param>
    /// <exception cref="StorageException">The database cannot be used; nothing was written down or posted.</exception>
    Task<AnnouncementOutcome> ResolveAsync(string text, AnnouncementAuthor by, CancellationToken cancellationToken);
}

/// <summary>What came of it.</summary>
/// <param name="Refusal">Why nothing was written down.</param>
/// <param name="Announcement">How far it has come; null when nothing was written down, for an incident that is open already that one.</param>
/// <param name="IsUnderWay">Whether Discord takes its time and it goes on.</param>
internal sealed record AnnouncementOutcome(AnnouncementRefusal Refusal, Announcement? Announcement, bool IsUnderWay = false);

/// <summary>Why nothing was written down.</summary>
internal enum AnnouncementRefusal
{
    /// <summary>It was.</summary>
    None,

    /// <summary>There was no text.</summary>
    Empty,

    /// <summary>The text was too long.</summary>
    TooLong,

    /// <summary>An incident is open, and there is one at a time.</summary>
    IncidentIsOpen,

    /// <summary>No incident is open.</summary>
    NoIncident,
}
