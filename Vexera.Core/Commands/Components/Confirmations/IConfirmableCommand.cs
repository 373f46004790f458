using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;

namespace Vexera.Core.Commands.Components.Confirmations;

/// <summary>
/// A command that asks before it acts: it answers with <see cref="ConfirmationPrompts.AskAsync"/>, and what it has asked for is done here.
/// Registered by <c>AddCommand</c> and <c>AddConfirmation</c>.
/// </summary>
internal interface IConfirmableCommand : ICommand
{
    /// <summary>
    /// Does what was confirmed, once: however often and wherever Yes is pressed. Only when the process was killed in the midst of it,
    /// it is done anew after the start.
    /// </summary>
    /// <param name="context">
    /// The call as it was, by whoever made it, with what they may do now; its arguments are not there. The cause is the first call's.
    /// </param>
    /// <param name="payload">What <see cref="Confirmation.Payload"/> said.</param>
    /// <param name="cancellationToken">Signalled when it has run too long and when the bot stops.</param>
    /// <returns>What the question becomes.</returns>
    ValueTask<Reply> ConfirmedAsync(CommandContext context, string payload, CancellationToken cancellationToken);
}

/// <summary>Does what was confirmed.</summary>
internal delegate ValueTask<Reply> ConfirmedHandler(CommandContext context, string payload, CancellationToken cancellationToken);

/// <summary>A command that asks before it acts.</summary>
/// <param name="Command">Its full name.</param>
/// <param name="Confirmed">Does what was confirmed.</param>
internal sealed record ConfirmableCommand(string Command, ConfirmedHandler Confirmed);

/// <summary>The commands that ask before they act.</summary>
/// <param name="all">Each of them.</param>
internal sealed class ConfirmableCommands(IEnumerable<ConfirmableCommand> all)
{
    private readonly Dictionary<string, ConfirmedHandler> _byName = all.ToDictionary(one => one.Command, one => one.Confirmed, StringComparer.Ordinal);

    /// <summary>What does it for a command; null when it does not ask.</summary>
    public ConfirmedHandler? Find(string command) => _byName.GetValueOrDefault(command);
}
