namespace Vexera.Core.Gateway.Transport;

/// <summary>What one read gave.</summary>
/// <param name="Count">How many bytes were read.</param>
/// <param name="EndOfMessage">Whether they end a message.</param>
/// <param name="Ended">How the connection ended, or null while it lasts.</param>
internal readonly record struct TransportRead(int Count, bool EndOfMessage, Closure? Ended = null);
