using System.Collections.Immutable;

namespace Vexera.Sandbox.Faults;

/// <summary>How the gateway misbehaves towards connections until it is told to stop.</summary>
internal sealed record GatewayFault(GatewayFaultKind Kind)
{
    /// <summary>The shards that it hits; null for all. What happens before IDENTIFY hits everyone.</summary>
    public ImmutableHashSet<int>? Shards { get; init; }

    /// <summary>How many times it hits; null until it is removed.</summary>
    public int? Count { get; init; }

    /// <summary>The HTTP status or close code, for the kinds that have one.</summary>
    public int Code { get; init; }

    /// <summary>The <c>d</c> of opcode 9.</summary>
    public bool Resumable { get; init; }

    /// <summary>For <see cref="GatewayFaultKind.SlowSends"/>: the wait before each message.</summary>
    public TimeSpan Delay { get; init; }
}

internal enum GatewayFaultKind
{
    /// <summary>The upgrade is answered with an HTTP status.</summary>
    RefuseUpgrade,

    /// <summary>The upgrade is never answered.</summary>
    HangUpgrade,

    /// <summary>Connections to <c>resume_gateway_url</c> are cut.</summary>
    DeadResumeUrl,

    /// <summary>The connection opens and stays silent.</summary>
    NoHello,

    /// <summary>IDENTIFY gets no answer.</summary>
    NoReady,

    /// <summary>Heartbeats get no answer.</summary>
    WithholdAcks,

    /// <summary>IDENTIFY is answered by closing.</summary>
    CloseOnIdentify,

    /// <summary>IDENTIFY is answered by opcode 9.</summary>
    InvalidateOnIdentify,

    /// <summary>RESUME is answered by closing.</summary>
    CloseOnResume,

    /// <summary>RESUME is answered by opcode 9.</summary>
    InvalidateOnResume,

    /// <summary>A wait before each message.</summary>
    SlowSends,
}
