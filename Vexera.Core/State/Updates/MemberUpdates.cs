using System.Globalization;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Events;

namespace Vexera.Core.State.Updates;

/// <summary>What member events make of a guild's state, which keeps the bot's own membership and a count of all.</summary>
internal static class MemberUpdates
{
    /// <summary>GUILD_MEMBER_ADD.</summary>
    public static GuildState Add(GuildState before, GuildMemberAddEvent added) =>
        before with { MemberCount = before.MemberCount + 1 };

    /// <summary>GUILD_MEMBER_REMOVE.</summary>
    public static GuildState Remove(GuildState before, GuildMemberRemoveEvent removed) =>
        before with { MemberCount = Math.Max(0, before.MemberCount - 1) };

    /// <summary>Whether a GUILD_MEMBER_UPDATE may be the bot's own: whether its id stands anywhere in it.</summary>
    public static bool MayConcern(ReadOnlySpan<byte> data, User? self)
    {
        Span<byte> id = stackalloc byte[20];
        return self is null || !self.Id.Value.TryFormat(id, out var length, provider: CultureInfo.InvariantCulture) || data.IndexOf(id[..length]) >= 0;
    }

    /// <summary>GUILD_MEMBER_UPDATE, if it is the bot's own.</summary>
    public static GuildState Update(GuildState before, Member member, User? self) =>
        self is null || member.User?.Id != self.Id
            ? before
            : before with { Self = member with { JoinedAt = member.JoinedAt ?? before.Self?.JoinedAt } };
}
