using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;

namespace Vexera.Core.Commands.Definitions;

/// <summary>A command: what it is called and takes, and what it does. The two ways to call it are made from the definition.</summary>
internal interface ICommand
{
    /// <summary>Everything that prefix parsing, slash registration and help need to know.</summary>
    static abstract CommandDefinition Definition { get; }

    /// <summary>Does it, for a caller who passed every check, with arguments that were understood.</summary>
    /// <param name="context">Who asks, where, and with what.</param>
    /// <param name="cancellationToken">Signalled when the command has run too long and when the bot stops.</param>
    /// <returns>The answer.</returns>
    ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken);
}
