using Microsoft.Extensions.Logging;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Rest;
using Vexera.Core.State;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Moderation.ModLog;

/// <summary>
/// Shows a guild's cases in its mod log: a message for new ones, those that came meanwhile together, and an edit for what changed.
/// A message carries a nonce, so that after a kill or a lost answer the first one stands.
/// </summary>
internal sealed class ModLogPoster(
    ModLogStore store,
    ModLogChannel channels,
    ModLogEnd end,
    ModLogMessage messages,
    IGuildStates guilds,
    ISelf self,
    IDiscordRest rest,
    TimeProvider time,
    ILogger<ModLogPoster> logger)
{
    /// <summary>What showing cases takes in the channel.</summary>
    public const Permission Needed = Permission.ViewChannel | Permission.SendMessages | Permission.EmbedLinks;

    /// <summary>How long a channel is left alone in which the bot may not write.</summary>
    public static readonly TimeSpan NotAllowedPause = TimeSpan.FromMinutes(10);

    private const int MessagesATurn = 5;

    /// <summary>Shows what is due, a few messages of it.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    /// <exception cref="DiscordRestException">Discord refused for a reason of its own.</exception>
    /// <exception cref="DiscordUnreachableException">Discord did not answer; what was sent stands under its nonce.</exception>
    public async Task<ModLogOutcome> RunAsync(Snowflake guildId, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(guildId, cancellationToken) is not { } channel
            || await guilds.FindAsync(guildId, cancellationToken) is not { } guild)
        {
            return ModLogOutcome.Done;
        }

        for (var i = 0; i < MessagesATurn; i++)
        {
            if (await store.NextAsync(guildId, channel, cancellationToken) is not { } group)
                return await TellStuckAsync(guild, channel, cancellationToken);
            if (await ShowAsync(guild, channel, group, cancellationToken) is { } outcome)
                return outcome;
        }

        return ModLogOutcome.More;
    }

    // Null when the next message may follow.
    private async Task<ModLogOutcome?> ShowAsync(GuildState guild, Snowflake channel, ModLogGroup group, CancellationToken cancellationToken)
    {
        if (group.MessageId is null && group.ChannelId != channel)
        {
            await store.BeginAgainAsync(guild.Id, group, cancellationToken);
            return null;
        }

        if (!MayWrite(guild, group.ChannelId))
            return await NotAllowedAsync(guild, channel, group, cancellationToken);
        try
        {
            var message = await messages.OfAsync(guild, group, cancellationToken);
            if (group.MessageId is { } posted)
                await rest.Channels.EditMessageAsync(group.ChannelId, posted, message, cancellationToken);
            var shown = group.MessageId ?? (await rest.Channels.CreateMessageAsync(group.ChannelId, message, cancellationToken)).Id;
            await store.ShownAsync(guild.Id, group, shown, cancellationToken);
            return null;
        }
        catch (DiscordRestException e) when (DiscordErrorCodes.IsNotAllowed(e.Code))
        {
            return await NotAllowedAsync(guild, channel, group, cancellationToken);
        }
        catch (DiscordRestException e) when (e.Code == DiscordErrorCodes.UnknownChannel && group.ChannelId == channel)
        {
            await end.ChannelGoneAsync(guild.Id, channel, cancellationToken);
            return ModLogOutcome.Done;
        }
        catch (DiscordRestException e) when (e.Code is DiscordErrorCodes.UnknownMessage or DiscordErrorCodes.UnknownChannel or DiscordErrorCodes.InvalidForm)
        {
            // A message that somebody deleted, or a channel of before: the case stands without.
            ModLogLog.Dropped(logger, e, guild.Id, group.First);
            await store.DropAsync(guild.Id, group, cancellationToken);
            return null;
        }
    }

    // In the mod log's own channel that may change; messages in one of before are let be.
    private async Task<ModLogOutcome?> NotAllowedAsync(GuildState guild, Snowflake channel, ModLogGroup group, CancellationToken cancellationToken)
    {
        if (group.ChannelId == channel)
            return NotAllowed(guild.Id);
        await store.DropAsync(guild.Id, group, cancellationToken);
        return null;
    }

    private async Task<ModLogOutcome> TellStuckAsync(GuildState guild, Snowflake channel, CancellationToken cancellationToken)
    {
        while (await store.NextStuckAsync(guild.Id, cancellationToken) is { } stuck)
        {
            if (!MayWrite(guild, channel))
                return NotAllowed(guild.Id);
            try
            {
                await rest.Channels.CreateMessageAsync(channel, await messages.OfStuckAsync(guild, stuck, cancellationToken), cancellationToken);
            }
            catch (DiscordRestException e) when (e.Code == DiscordErrorCodes.UnknownChannel)
            {
                await end.ChannelGoneAsync(guild.Id, channel, cancellationToken);
                return ModLogOutcome.Done;
            }
            catch (DiscordRestException e) when (DiscordErrorCodes.IsNotAllowed(e.Code))
            {
                return NotAllowed(guild.Id);
            }

            await store.SaidStuckAsync(stuck, cancellationToken);
        }

        return ModLogOutcome.Done;
    }

    private ModLogOutcome NotAllowed(Snowflake guildId)
    {
        ModLogLog.NotAllowed(logger, guildId, NotAllowedPause);
        return ModLogOutcome.Later(NotAllowedPause);
    }

    private bool MayWrite(GuildState guild, Snowflake channel) =>
        ChannelAccess.OfBot(guild, self.User, channel, time.GetUtcNow()).HasFlag(Needed);
}
