using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Modules.Moderation.Cases;

namespace Vexera.Core.Modules.Moderation.Commands;

/// <summary><c>deletecase &lt;n&gt;</c>: leaves a tombstone.</summary>
internal sealed class DeleteCaseCommand(CaseLedger ledger) : ICommand
{
    private static readonly Argument<long> Number = ModerationArguments.Number();

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "deletecase",
        Category = ModerationModule.Category,
        Description = ModerationText.DeleteCaseDescription,
        Arguments = [Number],
        Examples = ["12"],
        GuildOnly = true,
        DefaultPermission = Permission.ManageGuild,
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var number = context.Arguments.Get(Number);
        return context.OrNoStorageAsync(async () => await ledger.DeleteAsync(context.GuildId!.Value, number, context.User.Id, cancellationToken) switch
        {
            null => context.Refuse(ModerationText.NoCase(number)),
            { IsOpen: true } => context.Say(ModerationText.DeletedNow(number), ModerationText.DeletedHolds),
            _ => context.Say(ModerationText.DeletedNow(number)),
        });
    }
}
