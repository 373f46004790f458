using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Modules.Moderation.Cases;

namespace Vexera.Core.Modules.Moderation.Commands;

/// <summary><c>reason &lt;case&gt; &lt;text&gt;</c>: changes the reason of a case.</summary>
internal sealed class ReasonCommand(CaseLedger ledger) : ICommand
{
    private static readonly Argument<long> Number = ModerationArguments.Number();
    private static readonly Argument<string> Reason = new(
        "reason", ModerationText.NewReasonArgument, new TextArgument("spam in #general", ModerationArguments.LongestReason, takesTheRest: true));

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "reason",
        Category = ModerationModule.Category,
        Description = ModerationText.ReasonDescription,
        Arguments = [Number, Reason],
        Examples = ["12 spam in #general"],
        GuildOnly = true,
        DefaultPermission = Permission.ModerateMembers,
    };

    /// <inheritdoc/>
    public ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (number, reason) = (context.Arguments.Get(Number), context.Arguments.Get(Reason));
        return context.OrNoStorageAsync(async () => await ledger.EditReasonAsync(context.GuildId!.Value, number, reason, cancellationToken) is null
            ? context.Refuse(ModerationText.NoCase(number))
            : context.Say(ModerationText.ReasonChanged(number, reason)));
    }
}
