using System.Collections.Immutable;
using System.Net;

namespace Vexera.Sandbox.Faults;

/// <summary>How the DNS server shall misbehave.</summary>
internal sealed record DnsFault
{
    /// <summary>The name that it hits, in lower case; empty for all.</summary>
    public string Name { get; init; } = "";

    /// <summary>The type of question that it hits, such as <c>AAAA</c>; empty for all.</summary>
    public string Type { get; init; } = "";

    /// <summary>What is answered.</summary>
    public DnsAnswer Answer { get; init; }

    /// <summary>How long the answer takes.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>For <see cref="DnsAnswer.Addresses"/>: what to answer instead of the sandbox's own address; null for that.</summary>
    public ImmutableArray<IPAddress>? Addresses { get; init; }

    /// <summary>How many questions it hits; null until it is removed.</summary>
    public int? Count { get; init; }

    /// <summary>It hits each such question: with 2, every second one, so that the server flaps.</summary>
    public int Every { get; init; } = 1;

    /// <summary>How many questions have met it.</summary>
    public int Met { get; init; }
}

/// <summary>What a DNS server can answer.</summary>
internal enum DnsAnswer
{
    /// <summary>The addresses of the name.</summary>
    Addresses,

    /// <summary>The server failed: SERVFAIL.</summary>
    Servfail,

    /// <summary>There is no such name: NXDOMAIN.</summary>
    Nxdomain,

    /// <summary>The server does not want to: REFUSED.</summary>
    Refused,

    /// <summary>Nothing at all.</summary>
    Silent,

    /// <summary>An answer that cannot be read.</summary>
    Garbage,

    /// <summary>An answer that did not fit; it can be asked for over TCP, where nobody listens.</summary>
    Truncated,
}
