namespace Vexera.Core.Gateway.Protocol;

/// <summary>What a frame is. Source: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway.</summary>
internal enum Opcode
{
    /// <summary>An event, with a sequence number and a name.</summary>
    Dispatch = 0,

    /// <summary>Sent: still here. Received: say so now.</summary>
    Heartbeat = 1,

    /// <summary>Sent: begin a session.</summary>
    Identify = 2,

    /// <summary>Sent: go on with a session.</summary>
    Resume = 6,

    /// <summary>Received: connect anew and RESUME.</summary>
    Reconnect = 7,

    /// <summary>Received: the session is refused; <c>d</c> says whether RESUME may help.</summary>
    InvalidSession = 9,

    /// <summary>Received first on every connection, with the heartbeat interval.</summary>
    Hello = 10,

    /// <summary>Received: the heartbeat arrived.</summary>
    HeartbeatAck = 11,
}
