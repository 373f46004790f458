namespace Vexera.Core.Gateway.Protocol;

/// <summary>What follows from the way a connection ended.</summary>
internal enum CloseVerdict
{
    /// <summary>The session lives: connect and RESUME.</summary>
    Resume,

    /// <summary>The session is over: connect and IDENTIFY.</summary>
    Identify,

    /// <summary>Trying again cannot help: stop and say why.</summary>
    Stop,
}
