using System.Net;

namespace Vexera.Core.Net;

/// <summary>
/// Happy eyeballs: tries addresses one after the other, each a little after the one before or at once when that one failed;
/// the first connection wins and the rest are dropped. Source: https://www.rfc-editor.org/rfc/rfc8305.
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

    /// <summary>Runs the race.</summary>
    /// <exception cref="AggregateException">Every address failed; one failure for each.</exception>
    public async Task<Stream> RunAsync(IReadOnlyList<IPAddress> addresses, int port, CancellationToken cancellationToken)
    {
        using var race = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var attempts = new List<Task<Stream>>();
        var failures = new List<Exception>();
        var waiting = new Queue<IPAddress>(Interleave(addresses));
        try
        {
            while (waiting.Count > 0 || attempts.Count > 0)
            {
                if (waiting.TryDequeue(out var address))
                    attempts.Add(dialer.DialAsync(new IPEndPoint(address, port), race.Token));
                var finished = await FirstOfAsync(attempts, waiting.Count > 0, race.Token);
                cancellationToken.ThrowIfCancellationRequested();
                if (finished is null)
                    continue;
                attempts.Remove(finished);
                if (finished.IsCompletedSuccessfully)
                    return await finished;
                failures.Add(finished.Exception?.InnerException ?? new OperationCanceledException());
            }

            throw new AggregateException(failures);
        }
        finally
        {
            await race.CancelAsync();
            foreach (var loser in attempts)
                _ = DropAsync(loser);
        }
    }

    // The attempt that ended first, or null when it is time to start the next one beside them.
    private async Task<Task<Stream>?> FirstOfAsync(List<Task<Stream>> attempts, bool moreAreWaiting, CancellationToken cancellationToken)
    {
        if (!moreAreWaiting)
            return await Task.WhenAny(attempts);
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var delay = Task.Delay(attemptDelay, time, pause.Token);
        var first = await Task.WhenAny([.. attempts, delay]);
        await pause.CancelAsync();
        return first as Task<Stream>;
    }

    private static async Task DropAsync(Task<Stream> loser)
    {
        await ((Task)loser).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (loser.IsCompletedSuccessfully)
            await (await loser).DisposeAsync();
    }
}
