using System.Net;
using Vexera.Core.Rest.RateLimits;

namespace Vexera.Tests.Rest.RateLimits;

/// <summary>A route as the simulated Discord limits it.</summary>
internal sealed record SimulatedRoute(string Name, string Hash, int Limit, TimeSpan Window, bool Counted = true);

/// <summary>
/// Discord's side: a window for each bucket that opens with its first request, and a global limit over every second however it
/// is cut. Written apart from the budget, as the judge over it.
/// </summary>
internal sealed class SimulatedLimiter(int globalLimit)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly Dictionary<(string Hash, string Major), (TimeSpan Ends, int Used)> _windows = [];
    private readonly Queue<TimeSpan> _lastSecond = new();

    public List<string> Violations { get; } = [];

    public int Served { get; private set; }

    public RateLimitAnswer Handle(SimulatedRoute route, string major, TimeSpan now)
    {
        while (_lastSecond.TryPeek(out var oldest) && now - oldest >= Second)
            _lastSecond.Dequeue();
        if (route.Counted && _lastSecond.Count >= globalLimit)
        {
            Violations.Add($"{now}: global limit, {route.Name} {major}");
            return new RateLimitAnswer(HttpStatusCode.TooManyRequests) { Scope = RateLimitScope.Global, RetryAfter = Second };
        }

        if (route.Counted)
            _lastSecond.Enqueue(now);
        var (ends, used) = _windows.GetValueOrDefault((route.Hash, major));
        if (now >= ends)
            (ends, used) = (now + route.Window, 0);
        // Rounded down to milliseconds, the most inviting way.
        var left = TimeSpan.FromMilliseconds(Math.Floor((ends - now).TotalMilliseconds));
        if (used >= route.Limit)
        {
            Violations.Add($"{now}: bucket {route.Hash}, {route.Name} {major}");
            return new RateLimitAnswer(HttpStatusCode.TooManyRequests)
            {
                Scope = RateLimitScope.User,
                RetryAfter = left,
                Bucket = new BucketFigures(route.Hash, route.Limit, 0, left),
            };
        }

        _windows[(route.Hash, major)] = (ends, used + 1);
        Served++;
        return new RateLimitAnswer(HttpStatusCode.OK) { Bucket = new BucketFigures(route.Hash, route.Limit, route.Limit - used - 1, left) };
    }
}
