using System.Text.Json;

namespace Vexera.Host.Control;

/// <summary>Something that the command line may ask of the running bot.</summary>
internal interface IControlCommand
{
    /// <summary>Its name in a <see cref="ControlRequest"/>.</summary>
    string Name { get; }

    /// <summary>Does it.</summary>
    /// <param name="arguments">What was asked with it; null for nothing.</param>
    /// <param name="cancellationToken">Signalled after the time that a command has, and when the bot stops.</param>
    /// <returns>What is answered.</returns>
    /// <exception cref="ControlException">It cannot be done; the message is answered.</exception>
    Task<JsonElement> RunAsync(JsonElement? arguments, CancellationToken cancellationToken);
}

/// <summary>What was asked of the running bot was not done, or it gives no answer.</summary>
/// <param name="message">One line for the operator.</param>
/// <param name="inner">What is underneath, if anything.</param>
internal sealed class ControlException(string message, Exception? inner = null) : Exception(message, inner);
