using Vexera.Core.Commands.Execution;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Commands.Nodes;

/// <summary>What of a person decides which commands they may use in a guild.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Roles">The member's roles, without @everyone.</param>
/// <param name="IsOwner">Whether they own the guild.</param>
/// <param name="Permissions">The Discord permissions that defaults are held against.</param>
internal readonly record struct NodeCaller(Snowflake UserId, IReadOnlyList<Snowflake> Roles, bool IsOwner, Permission Permissions)
{
    /// <summary>Who calls a command, with what Discord lets them do in the channel.</summary>
    public static NodeCaller Of(CommandContext context) => new(
        context.User.Id, context.Member?.Roles ?? [], context.Guild?.OwnerId == context.User.Id, context.Permissions);
}
