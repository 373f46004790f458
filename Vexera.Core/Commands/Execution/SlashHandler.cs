using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Rest;
using Vexera.Core.State;

namespace Vexera.Core.Commands.Execution;

/// <summary>Takes commands from Discord's slash menu.</summary>
internal sealed class SlashHandler(
    CommandRoutes routes, CommandRunner runner, IGuildStates guilds, IDiscordRest rest, TimeProvider time)
    : IEventHandler<InteractionCreateEvent>
{
    /// <inheritdoc/>
    public async ValueTask HandleAsync(EventContext<InteractionCreateEvent> context, CancellationToken cancellationToken)
    {
        var interaction = context.Event.Interaction;
        if (interaction.Type != InteractionType.ApplicationCommand || interaction.Data is not { Name: { } name } data)
            return;
        if ((interaction.Member?.User ?? interaction.User) is not { } user)
            return;
        var guild = interaction.GuildId is { } id ? context.After ?? await guilds.FindAsync(id, cancellationToken) : null;
        var channel = interaction.ChannelId ?? default;
        var (command, options) = routes.OfInteraction(name, data.Options);
        var call = new CommandContext
        {
            Command = command,
            Form = CommandForm.Slash,
            Cause = interaction.Id,
            Origin = context.Origin,
            User = user,
            Member = interaction.Member,
            Permissions = PermissionsOf(interaction, user, guild, channel),
            ChannelId = channel,
            GuildId = interaction.GuildId,
            Guild = guild,
            Prefix = "/",
            ClientLocale = interaction.Locale,
            Input = new SlashInput(options, ScopeOf(data.Resolved ?? new ResolvedData(), guild)),
        };
        await runner.BeginAsync(call, context, new SlashResponder(interaction, context.Origin.ReceivedAt, rest, time), cancellationToken);
    }

    private Permission PermissionsOf(Interaction interaction, User user, GuildState? guild, Snowflake channel)
    {
        if (interaction.GuildId is null)
            return PermissionCalculator.All;
        if (interaction.Member is not { } member)
            return Permission.None;
        return member.Permissions ?? guild?.PermissionsIn(user.Id, member, channel, time.GetUtcNow()) ?? Permission.None;
    }

    private static ArgumentScope ScopeOf(ResolvedData resolved, GuildState? guild) => new(guild, resolved.Users, resolved.Members);
}
