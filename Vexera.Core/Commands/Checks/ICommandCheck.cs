using Vexera.Core.Commands.Execution;

namespace Vexera.Core.Commands.Checks;

/// <summary>One reason for which a call may be refused.</summary>
internal interface ICommandCheck
{
    /// <summary>Null when nothing stands in the way.</summary>
    ValueTask<Refusal?> CheckAsync(CommandContext context, CancellationToken cancellationToken);
}
