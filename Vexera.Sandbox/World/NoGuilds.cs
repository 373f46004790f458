using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.World;

/// <summary>A world that begins with no guilds but those made by hand.</summary>
internal sealed class NoGuilds : IGuildSource
{
    public int Count => 0;
    public IEnumerable<ulong> Ids => [];

    public bool Has(ulong guildId) => false;

    public bool IsMember(ulong guildId, ulong userId) => false;

    public Guild Make(ulong guildId) => throw WorldException.UnknownGuild();

    public ulong? GuildOf(ulong channelId) => null;
}
