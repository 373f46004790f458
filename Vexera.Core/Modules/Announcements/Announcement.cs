using Vexera.Core.Discord;

namespace Vexera.Core.Modules.Announcements;

/// <summary>What a message in the announcement channel is.</summary>
internal enum AnnouncementKind
{
    /// <summary>Said once.</summary>
    Announcement,

    /// <summary>Opened, updated and resolved, as edits of one message.</summary>
    Incident,
}

/// <summary>What an entry does.</summary>
internal enum EntryKind
{
    /// <summary>Begins; an announcement has this one only.</summary>
    Open,

    /// <summary>Tells more.</summary>
    Update,

    /// <summary>Ends an incident.</summary>
    Resolve,
}

/// <summary>One text.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="At">When it was written.</param>
/// <param name="By">Who wrote it, for people.</param>
/// <param name="Text">The text; empty for an incident that was resolved without a word.</param>
internal sealed record AnnouncementEntry(EntryKind Kind, DateTimeOffset At, string By, string Text);

/// <summary>Who says something.</summary>
/// <param name="Name">For people: <c>name (id)</c> of an account, or a place such as "dashboard".</param>
/// <param name="Cause">
/// The id of the message or interaction that said it, which after a restart may come again: what has the same cause is said once.
/// Null for none.
/// </param>
internal sealed record AnnouncementAuthor(string Name, string? Cause = null);

/// <summary>A message in the announcement channel, and how far it has come.</summary>
/// <param name="Number">1, 2, 3… in the order they were written.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Entries">The texts, oldest first; at least one.</param>
internal sealed record Announcement(long Number, AnnouncementKind Kind, IReadOnlyList<AnnouncementEntry> Entries)
{
    /// <summary>Where it is or was about to be posted; null before.</summary>
    public Snowflake? ChannelId { get; init; }

    /// <summary>Set before it is posted, null once it is known whether it was.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>What was about to be posted then.</summary>
    public string? ClaimedText { get; init; }

    /// <summary>The message; null while it is not posted.</summary>
    public Snowflake? MessageId { get; init; }

    /// <summary>How many of <see cref="Entries"/> the message shows.</summary>
    public int Shown { get; init; }

    /// <summary>When following servers got it; null while they have not.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Whether it is an incident that is over.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>What stood in the way last.</summary>
    public AnnouncementProblem Problem { get; init; }

    /// <summary>What Discord said about it.</summary>
    public string? Detail { get; init; }

    /// <summary>How often in a row it did not work.</summary>
    public int Tries { get; init; }

    /// <summary>When it is tried next; with <see cref="AnnouncementProblem.HourlyLimit"/> when it will be published.</summary>
    public DateTimeOffset NextTryAt { get; init; }

    /// <summary>Since when nothing is tried any more; null while it is.</summary>
    public DateTimeOffset? OverAt { get; init; }

    /// <summary>Whether Discord shows everything that was written.</summary>
    public bool IsShown => MessageId is not null && Shown == Entries.Count;

    /// <summary>Whether something is to be done still.</summary>
    public bool IsPending => OverAt is null && (!IsShown || PublishedAt is null);

    /// <summary>Whether it is an incident that goes on.</summary>
    public bool IsOpenIncident => Kind == AnnouncementKind.Incident && ResolvedAt is null;
}
