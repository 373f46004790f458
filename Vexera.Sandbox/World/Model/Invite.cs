namespace Vexera.Sandbox.World.Model;

/// <summary><see href="https://discord.com/developers/docs/resources/invite#invite-object"/></summary>
internal sealed record Invite(string Code, ulong GuildId, ulong ChannelId, User Inviter, DateTimeOffset CreatedAt)
{
    /// <summary>Zero for ever.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Zero for any number.</summary>
    public int MaxUses { get; init; }

    public int Uses { get; init; }
    public bool Temporary { get; init; }

    public DateTimeOffset? ExpiresAt => MaxAge == TimeSpan.Zero ? null : CreatedAt + MaxAge;

    public bool IsSpent(DateTimeOffset now) => ExpiresAt <= now || (MaxUses > 0 && Uses >= MaxUses);
}
