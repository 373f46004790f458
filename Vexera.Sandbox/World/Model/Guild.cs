using System.Collections.Immutable;

namespace Vexera.Sandbox.World.Model;

/// <summary>
/// One server with everything that belongs to it but its messages. Immutable: a reader's copy never changes under it.
/// <see href="https://discord.com/developers/docs/resources/guild#guild-object"/>
/// </summary>
internal sealed record Guild(ulong Id, string Name, ulong OwnerId)
{
    public string? Icon { get; init; }
    public string? Description { get; init; }
    public ImmutableArray<string> Features { get; init; } = [];
    public string PreferredLocale { get; init; } = "en-US";
    public int VerificationLevel { get; init; }
    public int DefaultMessageNotifications { get; init; }
    public int ExplicitContentFilter { get; init; }
    public int MfaLevel { get; init; }
    public int NsfwLevel { get; init; }
    public ulong? SystemChannelId { get; init; }
    public int SystemChannelFlags { get; init; }
    public ulong? RulesChannelId { get; init; }
    public ulong? PublicUpdatesChannelId { get; init; }
    public ulong? AfkChannelId { get; init; }
    public int AfkTimeout { get; init; } = 300;

    /// <summary>Members that are counted but not kept: the crowd of a generated guild.</summary>
    public int Crowd { get; init; }

    public ImmutableDictionary<ulong, Role> Roles { get; init; } = ImmutableDictionary<ulong, Role>.Empty;

    /// <summary>Channels and threads, by id.</summary>
    public ImmutableDictionary<ulong, Channel> Channels { get; init; } = ImmutableDictionary<ulong, Channel>.Empty;

    public ImmutableDictionary<ulong, Member> Members { get; init; } = ImmutableDictionary<ulong, Member>.Empty;
    public ImmutableDictionary<ulong, Ban> Bans { get; init; } = ImmutableDictionary<ulong, Ban>.Empty;
    public ImmutableDictionary<ulong, VoiceState> VoiceStates { get; init; } = ImmutableDictionary<ulong, VoiceState>.Empty;
    public ImmutableDictionary<ulong, Emoji> Emojis { get; init; } = ImmutableDictionary<ulong, Emoji>.Empty;

    public int MemberCount => Members.Count + Crowd;

    /// <summary>The @everyone role has the guild's own id.</summary>
    public Role Everyone => Roles[Id];

    /// <summary>Channels without threads, in the order that people see.</summary>
    public IEnumerable<Channel> ChannelsInOrder =>
        Channels.Values.Where(channel => !channel.IsThread).OrderBy(channel => channel.Position).ThenBy(channel => channel.Id);

    public IEnumerable<Channel> Threads => Channels.Values.Where(channel => channel.IsThread).OrderBy(channel => channel.Id);

    public IEnumerable<Role> RolesInOrder => Roles.Values.OrderBy(role => role.Position).ThenBy(role => role.Id);

    /// <summary>The member's highest role, which is @everyone when it has no other.</summary>
    public Role TopRole(Member member) => member.Roles
        .Select(id => Roles.GetValueOrDefault(id)).OfType<Role>()
        .OrderByDescending(role => role.Position).ThenBy(role => role.Id)
        .FirstOrDefault(Everyone);
}

internal sealed record Ban(User User, string? Reason);

internal sealed record Emoji(ulong Id, string Name, bool Animated = false);

/// <summary><see href="https://discord.com/developers/docs/resources/voice#voice-state-object"/></summary>
internal sealed record VoiceState(ulong UserId, ulong ChannelId, string SessionId)
{
    public bool Deaf { get; init; }
    public bool Mute { get; init; }
    public bool SelfDeaf { get; init; }
    public bool SelfMute { get; init; }
}
