using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;

namespace Vexera.Core.Commands.Definitions;

/// <summary>Runs a command.</summary>
internal delegate ValueTask<Reply> CommandHandler(CommandContext context, CancellationToken cancellationToken);

/// <summary>A command as it stands in the catalog.</summary>
/// <param name="Definition">What it is called and takes.</param>
/// <param name="Module">The module it belongs to, and is switched on and off with.</param>
/// <param name="Execute">Does it.</param>
internal sealed record CommandEntry(CommandDefinition Definition, string Module, CommandHandler Execute)
{
    /// <summary>The definition's permission node, made once.</summary>
    public string Node { get; } = Definition.Node;
}
