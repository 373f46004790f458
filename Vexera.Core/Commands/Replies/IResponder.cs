namespace Vexera.Core.Commands.Replies;

/// <summary>Brings answers back to where a command came from.</summary>
internal interface IResponder
{
    /// <summary>Tells Discord that the answer is coming when it does not come soon. Ends with <paramref name="work"/> at the latest.</summary>
    /// <param name="work">The command at work.</param>
    /// <param name="ephemeral">Whether the answer will be for the caller only.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task HoldAsync(Task work, bool ephemeral, CancellationToken cancellationToken);

    /// <summary>Sends the answer, which fits into one message. Where the bot may not speak it is dropped.</summary>
    Task RespondAsync(Reply reply, CancellationToken cancellationToken);
}
