using System.Collections.Immutable;

namespace Vexera.Sandbox.World.Model;

/// <summary>A user in a guild. <see href="https://discord.com/developers/docs/resources/guild#guild-member-object"/></summary>
internal sealed record Member(User User, DateTimeOffset JoinedAt)
{
    public string? Nick { get; init; }
    public ImmutableArray<ulong> Roles { get; init; } = [];
    public bool Deaf { get; init; }
    public bool Mute { get; init; }

    /// <summary>Has not passed membership screening yet.</summary>
    public bool Pending { get; init; }

    public DateTimeOffset? PremiumSince { get; init; }
    public DateTimeOffset? CommunicationDisabledUntil { get; init; }
    public int Flags { get; init; }

    public string DisplayName => Nick ?? User.GlobalName ?? User.Username;
}
