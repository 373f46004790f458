using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Modules.Moderation.Cases;

namespace Vexera.Core.Modules.Moderation.Commands;

/// <summary><c>case &lt;n&gt;</c>: everything about a case.</summary>
internal sealed class CaseCommand(CaseStore cases) : ICommand
{
    private static readonly Argument<long> Number = ModerationArguments.Number();

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "case",
        Category = ModerationModule.Category,
        Description = ModerationText.CaseDescription,
        Arguments = [Number],
        Examples = ["12"],
        GuildOnly = true,
        DefaultPermission = Permission.ModerateMembers,
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var number = context.Arguments.Get(Number);
        return context.OrNoStorageAsync(async () => await cases.FindAsync(context.GuildId!.Value, number, cancellationToken) is { } found
            ? context.Say(CasePage.Of(found))
            : context.Refuse(ModerationText.NoCase(number)));
    }
}
