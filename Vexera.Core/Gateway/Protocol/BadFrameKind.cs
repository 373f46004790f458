namespace Vexera.Core.Gateway.Protocol;

/// <summary>In which way a frame was bad.</summary>
internal enum BadFrameKind
{
    /// <summary>Nothing wrong.</summary>
    None,

    /// <summary>Not one JSON object.</summary>
    NotAnObject,

    /// <summary>Only the beginning of JSON, or nothing; ends the connection.</summary>
    CutOff,

    /// <summary><c>op</c> is missing or no number.</summary>
    BadOpcode,

    /// <summary><c>op</c> is a number that Vexera does not know.</summary>
    UnknownOpcode,

    /// <summary><c>s</c> is neither null nor a whole number from 0 up, or an event has none.</summary>
    BadSequence,

    /// <summary><c>t</c> is neither null nor a string, or missing in a dispatch.</summary>
    BadName,

    /// <summary>HELLO without a usable heartbeat interval.</summary>
    BadHello,

    /// <summary>READY without a session id.</summary>
    BadReady,

    /// <summary>A dispatch while there is no session.</summary>
    NoSession,

    /// <summary>Longer than allowed; ends the connection.</summary>
    Oversized,

    /// <summary>The compressed stream is broken; ends the connection.</summary>
    Corrupt,
}
