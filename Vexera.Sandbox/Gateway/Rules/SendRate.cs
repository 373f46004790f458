using Vexera.Sandbox.Gateway.Protocol;

namespace Vexera.Sandbox.Gateway.Rules;

/// <summary>At most so many sends of a client in 60 seconds.</summary>
internal sealed class SendRate(TimeProvider clock, int limit)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private readonly Queue<DateTimeOffset> _sends = [];

    /// <exception cref="ProtocolException">This one was too many.</exception>
    public void Count()
    {
        var now = clock.GetUtcNow();
        while (_sends.TryPeek(out var oldest) && now - oldest >= Window)
        {
            _sends.Dequeue();
        }

        _sends.Enqueue(now);
        if (_sends.Count > limit)
        {
            throw new ProtocolException(GatewayClose.RateLimited, "send-rate", $"{_sends.Count} sends in {Window.TotalSeconds} s; {limit} are allowed");
        }
    }
}
