using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.State;

namespace Vexera.Core.Commands.Checks;

/// <summary>The bot needs what the command needs of it. Where its own roles are not known, Discord decides.</summary>
/// <param name="self">Who the bot is.</param>
/// <param name="time">For the bot's own timeout.</param>
internal sealed class BotPermissionCheck(ISelf self, TimeProvider time) : ICommandCheck
{
    // No channel gives or takes these. Source: https://discord.com/developers/docs/topics/permissions, those without a channel type.
    private const Permission GuildWide = Permission.KickMembers | Permission.BanMembers | Permission.Administrator | Permission.ManageGuild
        | Permission.ViewAuditLog | Permission.ViewGuildInsights | Permission.ChangeNickname | Permission.ManageNicknames
        | Permission.ManageGuildExpressions | Permission.ModerateMembers;

    /// <inheritdoc/>
    public ValueTask<Refusal?> CheckAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var missing = context.Command.Definition.BotPermission & ~Held(context);
        return ValueTask.FromResult(missing == Permission.None
            ? null
            : new Refusal("bot_permission", CommandsText.BotPermissionMissing(context.Call, PermissionNames.Of(missing))));
    }

    private Permission Held(CommandContext context)
    {
        if (context.Guild is not { Self: { } member } guild || self.User is not { } bot)
            return PermissionCalculator.All;
        var now = time.GetUtcNow();
        return (guild.PermissionsOf(bot.Id, member, now) & GuildWide)
            | (guild.PermissionsIn(bot.Id, member, context.ChannelId, now) & ~GuildWide);
    }
}
