namespace Vexera.Core.Net;

/// <summary>No address is known for a host name.</summary>
/// <param name="host">The name.</param>
/// <param name="reason">What the resolver said.</param>
internal sealed class HostUnresolvedException(string host, string reason) : IOException($"{host}: no address is known: {reason}")
{
    /// <summary>The name.</summary>
    public string Host { get; } = host;
}
