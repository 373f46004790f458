namespace Vexera.Core.Gateway.Protocol;

/// <summary>A frame so bad that the connection cannot go on: too long, or its compressed stream is broken.</summary>
/// <param name="kind">In which way.</param>
/// <param name="message">What was found, and what is allowed.</param>
/// <param name="inner">The failure underneath, if any.</param>
internal sealed class BadFrameException(BadFrameKind kind, string message, Exception? inner = null) : IOException(message, inner)
{
    /// <summary>In which way.</summary>
    public BadFrameKind Kind { get; } = kind;
}
