using Vexera.Sandbox.Gateway.Protocol;

namespace Vexera.Sandbox.Gateway.Connections;

/// <summary>What goes out ahead of a session's events.</summary>
internal abstract record OutboundFrame
{
    /// <summary>A JSON payload, encoded as the connection asked for.</summary>
    internal sealed record Json(ReadOnlyMemory<byte> Payload) : OutboundFrame;

    /// <summary>Bytes that no encoder touches.</summary>
    internal sealed record Raw(ReadOnlyMemory<byte> Bytes, bool Binary) : OutboundFrame;

    /// <summary>A payload whose encoded form is cut in half.</summary>
    internal sealed record Truncated(ReadOnlyMemory<byte> Payload) : OutboundFrame;

    /// <summary>The closing frame; nothing follows.</summary>
    internal sealed record Close(GatewayClose Code, string Reason) : OutboundFrame;
}
