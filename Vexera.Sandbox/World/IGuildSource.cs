using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World;

/// <summary>Guilds that can be made from nothing at any time, always the same.</summary>
internal interface IGuildSource
{
    int Count { get; }

    IEnumerable<ulong> Ids { get; }

    /// <summary>Those of <see cref="Ids"/> whose moment of birth, in milliseconds, leaves <paramref name="remainder"/> when divided by <paramref name="divisor"/>.</summary>
    IEnumerable<ulong> IdsOf(int remainder, int divisor);

    bool Has(ulong guildId);

    /// <summary>Whether the user is among the members of an untouched guild.</summary>
    bool IsMember(ulong guildId, ulong userId);

    /// <summary>The guild as it was in the beginning.</summary>
    Guild Make(ulong guildId);

    /// <summary>The guild whose channel has this id.</summary>
    ulong? GuildOf(ulong channelId);

    /// <summary>A member of a generated guild.</summary>
    User? FindUser(ulong userId);
}
