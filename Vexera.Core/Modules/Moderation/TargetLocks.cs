using Vexera.Core.Discord;

namespace Vexera.Core.Modules.Moderation;

/// <summary>One thing at a time is done to each member of each guild; others wait for their turn. Those nobody uses take no memory.</summary>
internal sealed class TargetLocks
{
    private readonly Lock _access = new();
    private readonly Dictionary<(Snowflake Guild, Snowflake Target), Turn> _turns = [];

    /// <summary>How many targets somebody works on now.</summary>
    public int Count
    {
        get
        {
            lock (_access)
                return _turns.Count;
        }
    }

    /// <summary>Waits for one's turn, in the order of asking.</summary>
    /// <returns>Dispose it to end the turn.</returns>
    public async Task<IDisposable> EnterAsync(Snowflake guildId, Snowflake targetId, CancellationToken cancellationToken)
    {
        var key = (guildId, targetId);
        Turn turn;
        lock (_access)
        {
            if (!_turns.TryGetValue(key, out turn!))
                _turns[key] = turn = new Turn();
            turn.Users++;
        }

        try
        {
            await turn.Gate.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(key, turn);
            throw;
        }

        return new Held(this, key, turn);
    }

    private void Leave((Snowflake Guild, Snowflake Target) key, Turn turn)
    {
        lock (_access)
        {
            if (--turn.Users > 0)
                return;
            _turns.Remove(key);
            turn.Gate.Dispose();
        }
    }

    private sealed class Turn
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public int Users { get; set; }
    }

    private sealed class Held(TargetLocks locks, (Snowflake Guild, Snowflake Target) key, Turn turn) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) != 0)
                return;
            turn.Gate.Release();
            locks.Leave(key, turn);
        }
    }
}
