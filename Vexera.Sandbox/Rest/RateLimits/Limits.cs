namespace Vexera.Sandbox.Rest.RateLimits;

/// <summary>The limits of the sandbox's routes. Discord publishes none of them; these are near what bots observe.</summary>
internal static class Limits
{
    /// <summary>All routes together, for each bot, interactions' routes exempt.</summary>
    public static readonly RateLimit Global = RateLimit.Of("global", 50, 1, RateLimitScope.Global);

    /// <summary>For the routes of interactions, which have no bucket and do not count as global.</summary>
    public static readonly RateLimit None = RateLimit.Of("none", int.MaxValue, 1);

    public static readonly RateLimit GatewayBot = RateLimit.Of("gateway-bot", 2, 5);
    public static readonly RateLimit ProfileWrite = RateLimit.Of("profile", 2, 3600);
    public static readonly RateLimit DirectMessageOpen = RateLimit.Of("dm-open", 10, 10);
    public static readonly RateLimit CommandWrite = RateLimit.Of("commands", 5, 20);

    public static readonly RateLimit MessageRead = RateLimit.Of("messages-read", 5, 5);
    public static readonly RateLimit MessageCreate = RateLimit.Of("message-create", 5, 5);
    public static readonly RateLimit MessageEdit = RateLimit.Of("message-edit", 5, 5);
    public static readonly RateLimit MessageDelete = RateLimit.Of("message-delete", 5, 1);
    public static readonly RateLimit OldMessageDelete = RateLimit.Of("message-delete-old", 30, 120);
    public static readonly RateLimit BulkDelete = RateLimit.Of("bulk-delete", 1, 1);
    public static readonly RateLimit Reaction = RateLimit.Of("reactions", 1, 0.25);
    public static readonly RateLimit Typing = RateLimit.Of("typing", 5, 5);
    public static readonly RateLimit Pins = RateLimit.Of("pins", 5, 4);
    public static readonly RateLimit ChannelEdit = RateLimit.Of("channel-edit", 5, 15);

    /// <summary>Ten announcements an hour for each channel.</summary>
    public static readonly RateLimit Crosspost = RateLimit.Of("crosspost", 10, 3600);

    public static readonly RateLimit MemberRead = RateLimit.Of("members-read", 10, 10);
    public static readonly RateLimit MemberEdit = RateLimit.Of("member-edit", 10, 10);
    public static readonly RateLimit MemberRoles = RateLimit.Of("member-roles", 10, 10);
    public static readonly RateLimit Bans = RateLimit.Of("bans", 10, 10);
    public static readonly RateLimit WebhookExecute = RateLimit.Of("webhook-execute", 5, 2);
    public static readonly RateLimit WebhookMessage = RateLimit.Of("webhook-message", 5, 2);

    /// <summary>Messages older than this are deleted from a bucket of their own.</summary>
    public static readonly TimeSpan OldMessage = TimeSpan.FromDays(14);

    /// <summary>A bucket for a route that shares with no other.</summary>
    public static RateLimit DefaultFor(string method, string template) =>
        method == "GET" ? RateLimit.Of($"{method} {template}", 30, 5) : RateLimit.Of($"{method} {template}", 10, 10);
}
