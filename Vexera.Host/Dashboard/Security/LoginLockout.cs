using System.Net;
using System.Net.Sockets;

namespace Vexera.Host.Dashboard.Security;

/// <summary>
/// Lets an address try again and again, but not for long: from the fifth failure in a row on it is locked out, for 30 seconds,
/// and twice as long with each further failure, up to an hour. An IPv6 network of 64 bits counts as one address.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class LoginLockout(TimeProvider time)
{
    /// <summary>How many failures in a row are allowed.</summary>
    public const int Allowed = 5;

    /// <summary>How many addresses are remembered; the one that failed longest ago is forgotten for a new one.</summary>
    public const int Most = 10_000;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromHours(24);
    private readonly Lock _access = new();
    private readonly Dictionary<IPAddress, LinkedListNode<Failures>> _failures = [];
    private readonly LinkedList<Failures> _byAge = [];

    /// <summary>Until when an address may not try; null when it may.</summary>
    public DateTimeOffset? LockedUntil(IPAddress? address)
    {
        lock (_access)
            return _failures.TryGetValue(KeyOf(address), out var node) && Left(node.Value) is var left && left > TimeSpan.Zero ? time.GetUtcNow() + left : null;
    }

    /// <summary>An address failed.</summary>
    /// <returns>Until when it is locked out now; null when it may try again.</returns>
    public DateTimeOffset? Fail(IPAddress? address)
    {
        lock (_access)
        {
            var (key, now) = (KeyOf(address), time.GetTimestamp());
            var count = 1;
            if (_failures.Remove(key, out var former))
            {
                _byAge.Remove(former);
                count = time.GetElapsedTime(former.Value.At, now) < ForgottenAfter ? former.Value.Count + 1 : 1;
            }
            else if (_failures.Count == Most)
            {
                _failures.Remove(_byAge.First!.Value.Address);
                _byAge.RemoveFirst();
            }

            var lasts = count < Allowed ? TimeSpan.Zero : Lasts(count - Allowed);
            _failures[key] = _byAge.AddLast(new Failures(key, count, now, lasts));
            return lasts > TimeSpan.Zero ? time.GetUtcNow() + lasts : null;
        }
    }

    /// <summary>An address succeeded.</summary>
    public void Succeed(IPAddress? address)
    {
        lock (_access)
        {
            if (_failures.Remove(KeyOf(address), out var node))
                _byAge.Remove(node);
        }
    }

    // On a clock that only goes forward: one that is set neither locks anybody out for longer nor lets anybody in.
    private TimeSpan Left(Failures failures) => failures.Lasts - time.GetElapsedTime(failures.At);

    private static TimeSpan Lasts(int doublings) =>
        TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(2, Math.Min(doublings, 20))));

    private static IPAddress KeyOf(IPAddress? address)
    {
        if (address is null)
            return IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private sealed record Failures(IPAddress Address, int Count, long At, TimeSpan Lasts);
}
