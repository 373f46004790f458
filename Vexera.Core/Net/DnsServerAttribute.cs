using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;

namespace Vexera.Core.Net;

/// <summary>Nothing, or the address of a DNS server with or without a port.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DnsServerAttribute : ValidationAttribute
{
    private const int DnsPort = 53;
    private const int OctetsOfIPv4 = 4;

    /// <summary>Reads such an address; null for nothing.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static IPEndPoint? Parse(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : TryParse(text, out var server) ? server
        : throw new FormatException($"\"{text}\" is not the address of a DNS server.");

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null or "" || (value is string text && TryParse(text, out _));

    // .NET also reads "53" as 0.0.0.53, and a port of 0 as none.
    private static bool TryParse(string text, out IPEndPoint server)
    {
        if (!IPEndPoint.TryParse(text, out server!) || (text.EndsWith(":0", StringComparison.Ordinal) && SaysPort(text, server)))
            return false;
        if (server.AddressFamily == AddressFamily.InterNetwork && text.Split('.').Length != OctetsOfIPv4)
            return false;
        if (server.Port == 0)
            server.Port = DnsPort;
        return true;
    }

    private static bool SaysPort(string text, IPEndPoint server) =>
        server.AddressFamily == AddressFamily.InterNetwork || text.Contains(']', StringComparison.Ordinal);
}
