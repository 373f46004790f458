using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Commands.Checks;

/// <summary>The caller needs what the command's default asks for: Discord permissions in the channel, or to own the bot.</summary>
/// <param name="owners">Who owns the bot.</param>
internal sealed class PermissionCheck(IBotOwners owners) : ICommandCheck
{
    /// <inheritdoc/>
    public async ValueTask<Refusal?> CheckAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var definition = context.Command.Definition;
        if (definition.OwnerOnly && !await owners.IsOwnerAsync(context.User.Id, cancellationToken))
            return new Refusal("owner_only", CommandsText.OwnerOnly(context.Call));
        var missing = definition.DefaultPermission & ~context.Permissions;
        return missing == Permission.None
            ? null
            : new Refusal("permission", CommandsText.PermissionMissing(context.Call, PermissionNames.Of(missing)));
    }
}
