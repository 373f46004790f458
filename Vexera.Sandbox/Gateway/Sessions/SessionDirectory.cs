using System.Collections.Concurrent;

namespace Vexera.Sandbox.Gateway.Sessions;

/// <summary>All sessions, those without a connection for a few minutes.</summary>
internal sealed class SessionDirectory(TimeProvider clock, SandboxOptions options, EventRouter router) : IDisposable
{
    private readonly ConcurrentDictionary<string, GatewaySession> _sessions = [];
    private readonly ConcurrentDictionary<string, ITimer> _expiries = [];

    public IEnumerable<GatewaySession> All => _sessions.Values;

    public GatewaySession? Find(string id) => _sessions.GetValueOrDefault(id);

    public void Add(GatewaySession session)
    {
        _sessions[session.Id] = session;
        router.Add(session);
    }

    /// <summary>Nobody reads the session any more; it waits for a RESUME.</summary>
    public void StartExpiry(GatewaySession session)
    {
        StopExpiry(session);
        _expiries[session.Id] = clock.CreateTimer(
            static state => ((Action)state!)(),
            () =>
            {
                if (!session.IsAttached)
                {
                    Remove(session);
                }
            },
            options.Gateway.SessionLifetime,
            Timeout.InfiniteTimeSpan);
    }

    public void StopExpiry(GatewaySession session)
    {
        if (_expiries.TryRemove(session.Id, out var expiry))
        {
            expiry.Dispose();
        }
    }

    /// <summary>Ends a session: it can not be resumed.</summary>
    public void Remove(GatewaySession session)
    {
        StopExpiry(session);
        _sessions.TryRemove(session.Id, out _);
        router.Remove(session);
    }

    public void Dispose()
    {
        foreach (var expiry in _expiries.Values)
        {
            expiry.Dispose();
        }
    }
}
