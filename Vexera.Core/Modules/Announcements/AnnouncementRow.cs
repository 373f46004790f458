using Vexera.Core.Discord;

namespace Vexera.Core.Modules.Announcements;

/// <summary>A row of the table <c>announcements</c>; see the migration for its columns.</summary>
internal sealed class AnnouncementRow
{
    public long Number { get; init; }

    public string Kind { get; init; } = "";

    public long Written { get; init; }

    public long? ResolvedAt { get; init; }

    public long? ChannelId { get; init; }

    public long? ClaimedAt { get; init; }

    public string? ClaimedText { get; init; }

    public long? MessageId { get; init; }

    public long Shown { get; init; }

    public long? PublishedAt { get; init; }

    public string Problem { get; init; } = "";

    public string? Detail { get; init; }

    public long Tries { get; init; }

    public long NextTryAt { get; init; }

    public long? OverAt { get; init; }

    /// <summary>The row with its texts.</summary>
    public Announcement ToAnnouncement(IReadOnlyList<AnnouncementEntry> entries) =>
        new(Number, Enum.Parse<AnnouncementKind>(Kind, ignoreCase: true), entries)
        {
            ChannelId = Id(ChannelId),
            ClaimedAt = Instant(ClaimedAt),
            ClaimedText = ClaimedText,
            MessageId = Id(MessageId),
            Shown = (int)Shown,
            PublishedAt = Instant(PublishedAt),
            ResolvedAt = Instant(ResolvedAt),
            Problem = Enum.TryParse<AnnouncementProblem>(Problem, out var problem) ? problem : AnnouncementProblem.Refused,
            Detail = Detail,
            Tries = (int)Tries,
            NextTryAt = DateTimeOffset.FromUnixTimeMilliseconds(NextTryAt),
            OverAt = Instant(OverAt),
        };

    private static Snowflake? Id(long? column) => column is { } id ? new Snowflake(unchecked((ulong)id)) : null;

    private static DateTimeOffset? Instant(long? column) => column is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}

/// <summary>A row of the table <c>announcement_entries</c>.</summary>
internal sealed class AnnouncementEntryRow
{
    public long Announcement { get; init; }

    public string Kind { get; init; } = "";

    public long WrittenAt { get; init; }

    public string WrittenBy { get; init; } = "";

    public string Content { get; init; } = "";

    /// <summary>The text.</summary>
    public AnnouncementEntry ToEntry() =>
        new(Enum.Parse<EntryKind>(Kind, ignoreCase: true), DateTimeOffset.FromUnixTimeMilliseconds(WrittenAt), WrittenBy, Content);
}
