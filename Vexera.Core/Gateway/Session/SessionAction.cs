namespace Vexera.Core.Gateway.Session;

/// <summary>What the session asks its driver to do.</summary>
internal abstract record SessionAction
{
    /// <summary>Open a connection.</summary>
    /// <param name="Url">Where, without the query.</param>
    internal sealed record Connect(Uri Url) : SessionAction;

    /// <summary>Get in line for an IDENTIFY, and report the permit.</summary>
    internal sealed record RequestPermit : SessionAction;

    /// <summary>Send IDENTIFY.</summary>
    internal sealed record SendIdentify : SessionAction;

    /// <summary>Send RESUME.</summary>
    /// <param name="SessionId">The session.</param>
    /// <param name="Sequence">The last event received.</param>
    internal sealed record SendResume(string SessionId, long Sequence) : SessionAction;

    /// <summary>Send a heartbeat.</summary>
    /// <param name="Sequence">The last event received, or null.</param>
    internal sealed record SendHeartbeat(long? Sequence) : SessionAction;

    /// <summary>End the connection; nothing more about it needs to be reported.</summary>
    /// <param name="Code">The close code.</param>
    /// <param name="Reason">Why.</param>
    internal sealed record Close(int Code, string Reason) : SessionAction;

    /// <summary>Stop for good: Discord refused for a reason that trying again cannot mend.</summary>
    /// <param name="Code">Discord's close code.</param>
    /// <param name="Reason">What Discord said.</param>
    internal sealed record GiveUp(int Code, string Reason) : SessionAction;
}
