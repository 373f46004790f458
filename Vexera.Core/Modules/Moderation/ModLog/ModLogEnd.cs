using System.Globalization;
using Microsoft.Extensions.Logging;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Rest;
using Vexera.Core.State;

namespace Vexera.Core.Modules.Moderation.ModLog;

/// <summary>Switches a mod log off whose channel was deleted, and says so: where Discord posts its own notices, else to the owner.</summary>
internal sealed class ModLogEnd(
    ModLogChannel channels, ModLogMessage messages, IGuildStates guilds, ISelf self, IDiscordRest rest, TimeProvider time, ILogger<ModLogEnd> logger)
    : IEventHandler<ChannelDeleteEvent>
{
    /// <inheritdoc/>
    public async ValueTask HandleAsync(EventContext<ChannelDeleteEvent> context, CancellationToken cancellationToken)
    {
        var channel = context.Event.Channel;
        if (channel.GuildId is { } guild && !channels.IsSurelyOff(guild))
            await ChannelGoneAsync(guild, channel.Id, cancellationToken);
    }

    /// <summary>A channel is gone; switches off the mod log if it was its.</summary>
    public async Task ChannelGoneAsync(Snowflake guildId, Snowflake channelId, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(guildId, cancellationToken) != channelId)
            return;
        await channels.SetAsync(guildId, null, cancellationToken);
        ModLogLog.ChannelGone(logger, guildId);
        try
        {
            await TellAsync(guildId, channelId, cancellationToken);
        }
        catch (Exception e) when (e is DiscordRestException or DiscordUnreachableException)
        {
            ModLogLog.NotTold(logger, e, guildId);
        }
    }

    private async Task TellAsync(Snowflake guildId, Snowflake channelId, CancellationToken cancellationToken)
    {
        if (await guilds.FindAsync(guildId, cancellationToken) is not { } guild)
            return;
        var place = guild.SystemChannelId is { } system && system != channelId && MayWrite(guild, system)
            ? system
            : (await rest.Users.CreateDmAsync(guild.OwnerId, cancellationToken)).Id;
        var notice = new OutgoingMessage
        {
            Content = await messages.OfEndAsync(guild, cancellationToken),
            Nonce = string.Create(CultureInfo.InvariantCulture, $"m{channelId.Value}"),
            EnforceNonce = true,
        };
        await rest.Channels.CreateMessageAsync(place, notice, cancellationToken);
    }

    private bool MayWrite(GuildState guild, Snowflake channel) =>
        guild.Channels.ContainsKey(channel)
        && ChannelAccess.OfBot(guild, self.User, channel, time.GetUtcNow()).HasFlag(ChannelAccess.Writing(guild, channel));
}
