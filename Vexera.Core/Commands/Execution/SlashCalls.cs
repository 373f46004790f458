using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.State;

namespace Vexera.Core.Commands.Execution;

/// <summary>Reads calls out of interactions.</summary>
internal sealed class SlashCalls(CommandRoutes routes, IGuildStates guilds, TimeProvider time)
{
    /// <summary>The call; null when the interaction names no command or nobody.</summary>
    public ValueTask<CommandContext?> ReadAsync(EventContext<InteractionCreateEvent> context, CancellationToken cancellationToken)
    {
        if (context.Event.Interaction.Data is not { Name: { } name } data)
            return ValueTask.FromResult<CommandContext?>(null);
        var (command, options) = routes.OfInteraction(name, data.Options);
        return ReadAsync(context, command, options, cancellationToken);
    }

    /// <summary>The interaction as a call of a command, whatever it names; null when it names nobody.</summary>
    /// <param name="context">The interaction.</param>
    /// <param name="command">The command.</param>
    /// <param name="options">What is given for the command's arguments.</param>
    /// <param name="cancellationToken">Ends the wait for what is known of the guild.</param>
    public async ValueTask<CommandContext?> ReadAsync(
        EventContext<InteractionCreateEvent> context,
        CommandEntry command,
        IReadOnlyList<InteractionOption> options,
        CancellationToken cancellationToken)
    {
        var interaction = context.Event.Interaction;
        if ((interaction.Member?.User ?? interaction.User) is not { } user)
            return null;
        var guild = interaction.GuildId is { } id ? context.After ?? await guilds.FindAsync(id, cancellationToken) : null;
        var channel = interaction.ChannelId ?? interaction.Message?.ChannelId ?? default;
        return new CommandContext
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
            ClientLocale = interaction.Locale,
            Prefix = "/",
            Input = new SlashInput(options, ScopeOf(interaction.Data?.Resolved ?? new ResolvedData(), guild)),
        };
    }

    private Permission PermissionsOf(Interaction interaction, User user, GuildState? guild, Snowflake channel)
    {
        if (interaction.GuildId is null)
            return PermissionCalculator.All;
        if (interaction.Member is not { } member)
            return Permission.None;
        return member.Permissions ?? guild?.PermissionsIn(user.Id, member, channel, time.GetUtcNow()) ?? Permission.None;
    }

    private static ArgumentScope ScopeOf(ResolvedData resolved, GuildState? guild) => new(guild, resolved.Users, resolved.Members)
    {
        Attachments = resolved.Attachments,
    };
}
