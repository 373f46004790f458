namespace Vexera.Core.Modules.Announcements;

/// <summary>
/// When a channel may publish: Discord allows ten messages an hour. Counted over every hour that ends now, which also keeps to
/// hours that begin at any other time. Source: the bucket of POST /channels/{channel}/messages/{message}/crosspost.
/// </summary>
internal static class PublishingHours
{
    /// <summary>How many messages a channel may publish in <see cref="Window"/>.</summary>
    public const int Most = 10;

    /// <summary>Discord's hour, and a moment for the two clocks.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(1) + TimeSpan.FromSeconds(5);

    /// <summary>When the next one may go: <paramref name="now"/>, or later.</summary>
    /// <param name="published">When the channel's latest were published, in any order; what is older than the window does not count.</param>
    /// <param name="before">How many wait that come first.</param>
    /// <param name="now">The time.</param>
    public static DateTimeOffset Next(IEnumerable<DateTimeOffset> published, int before, DateTimeOffset now)
    {
        var taken = published.Where(at => at > now - Window).Order().ToList();
        for (var waiting = 0; ; waiting++)
        {
            var at = taken.Count < Most ? now : taken[^Most] + Window;
            at = at < now ? now : at;
            if (waiting == before)
                return at;
            taken.Add(at);
        }
    }
}
