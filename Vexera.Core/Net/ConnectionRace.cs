using System.Net;

namespace Vexera.Core.Net;

/// <summary>
/// Happy eyeballs: tries addresses one after the other, each a little after the one before or at once when that one failed;
/// the first connection wins and the rest are dropped. Addresses that DNS gives meanwhile join in: when a host has moved, its
/// old addresses hold nobody up for longer than the resolver takes. Source: https://www.rfc-editor.org/rfc/rfc8305.
/// </summary>
internal sealed class ConnectionRace(ISocketDialer dialer, TimeSpan attemptDelay, TimeProvider time)
{
    /// <summary>Puts the address families in turn, the family of the first address first.</summary>
    public static IReadOnlyList<IPAddress> Interleave(IReadOnlyList<IPAddress> addresses)
    {
        if (addresses.Count < 2)
            return addresses;
        var first = addresses.Where(address => address.AddressFamily == addresses[0].AddressFamily).ToArray();
        var second = addresses.Where(address => address.AddressFamily != addresses[0].AddressFamily).ToArray();
        var ordered = new List<IPAddress>(addresses.Count);
        for (var turn = 0; turn < Math.Max(first.Length, second.Length); turn++)
        {
            ordered.AddRange(first.Skip(turn).Take(1));
            ordered.AddRange(second.Skip(turn).Take(1));
        }

        return ordered;
    }

    /// <summary>Runs the race and answers who won.</summary>
    /// <exception cref="AggregateException">Every address failed; one failure for each.</exception>
    public async Task<(IPAddress Address, Stream Connection)> RunAsync(HostAddresses addresses, int port, CancellationToken cancellationToken)
    {
        using var race = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var runners = new Dictionary<Task, (IPAddress Address, Task<Stream> Connecting)>();
        var tried = new HashSet<IPAddress>();
        var failures = new List<Exception>();
        var waiting = Interleave(addresses.Known);
        var newer = addresses.Newer;
        Task? pause = null;
        try
        {
            while (waiting.Count > 0 || runners.Count > 0 || newer is not null)
            {
                if (waiting.Count > 0 && pause is null)
                {
                    tried.Add(waiting[0]);
                    var connecting = dialer.DialAsync(new IPEndPoint(waiting[0], port), race.Token);
                    runners.Add(connecting, (waiting[0], connecting));
                    waiting = [.. waiting.Skip(1)];
                    pause = Task.Delay(attemptDelay, time, race.Token);
                }

                var first = await FirstOfAsync(runners.Keys, newer, waiting.Count > 0 ? pause : null, cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
                if (first == newer)
                {
                    var unseen = (await newer! ?? []).Where(address => !tried.Contains(address)).ToArray();
                    newer = null;
                    pause = unseen.Length > 0 ? null : pause;
                    waiting = [.. Interleave(unseen), .. waiting.Except(unseen)];
                }
                else if (runners.Remove(first, out var runner))
                {
                    if (first.IsCompletedSuccessfully)
                        return (runner.Address, await runner.Connecting);
                    failures.Add(first.Exception?.InnerException ?? new OperationCanceledException());
                    pause = null;
                }
                else
                {
                    pause = null;
                }
            }

            throw new AggregateException(failures);
        }
        finally
        {
            await race.CancelAsync();
            foreach (var loser in runners.Values)
                _ = DropAsync(loser.Connecting);
        }
    }

    private static Task<Task> FirstOfAsync(IEnumerable<Task> runners, Task? newer, Task? pause, CancellationToken cancellationToken) =>
        Task.WhenAny([.. runners, .. newer is null ? [] : new[] { newer }, .. pause is null ? [] : new[] { pause }]).WaitAsync(cancellationToken);

    private static async Task DropAsync(Task<Stream> loser)
    {
        await ((Task)loser).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (loser.IsCompletedSuccessfully)
            await (await loser).DisposeAsync();
    }
}
