using System.Collections.Concurrent;

namespace Vexera.Sandbox.Gateway.Rules;

/// <summary>One IDENTIFY for each bucket every five seconds. <see href="https://discord.com/developers/docs/events/gateway#rate-limiting"/></summary>
internal sealed class IdentifyGate(TimeProvider clock, SandboxOptions options)
{
    // Frames that left five seconds apart may arrive a little closer.
    private const double Tolerance = 0.05;

    private readonly ConcurrentDictionary<(ulong Application, int Bucket), DateTimeOffset> _last = [];
    private readonly Lock _gate = new();

    public int BucketOf(int shardId) => shardId % options.MaxConcurrency;

    /// <summary>Whether the bucket is free; if so, it is taken. Else how long it was since the last one.</summary>
    public bool TryEnter(ulong applicationId, int bucket, out TimeSpan since)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            since = _last.TryGetValue((applicationId, bucket), out var last) ? now - last : TimeSpan.MaxValue;
            if (since < options.Gateway.IdentifyWindow * (1 - Tolerance))
            {
                return false;
            }

            _last[(applicationId, bucket)] = now;
            return true;
        }
    }
}
