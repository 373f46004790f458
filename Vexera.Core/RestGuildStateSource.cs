using System.Net;
using Vexera.Core.Discord;
using Vexera.Core.Rest;
using Vexera.Core.State;

namespace Vexera.Core;

/// <summary>Asks Discord's HTTP API for guilds that memory has dropped.</summary>
/// <param name="rest">Discord's HTTP API.</param>
/// <param name="self">Whose membership to ask for.</param>
internal sealed class RestGuildStateSource(IDiscordRest rest, ISelf self) : IGuildStateSource
{
    /// <inheritdoc/>
    public async Task<GuildSnapshot?> FetchAsync(Snowflake guildId, CancellationToken cancellationToken)
    {
        await self.WaitUntilKnownAsync(cancellationToken);
        try
        {
            var guild = rest.Guilds.GetAsync(guildId, cancellationToken);
            var channels = rest.Guilds.GetChannelsAsync(guildId, cancellationToken);
            var threads = rest.Guilds.GetActiveThreadsAsync(guildId, cancellationToken);
            var member = rest.Guilds.GetMemberAsync(guildId, self.User!.Id, cancellationToken);
            await Task.WhenAll(guild, channels, threads, member);
            return new GuildSnapshot(await guild, [.. await channels, .. await threads], await member);
        }
        catch (DiscordRestException e) when (e.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
        {
            return null;
        }
    }
}
