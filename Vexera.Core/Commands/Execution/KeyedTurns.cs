namespace Vexera.Core.Commands.Execution;

/// <summary>One at a time for each key; others wait for their turn. Keys that nobody uses take no memory.</summary>
/// <typeparam name="TKey">What turns are taken on.</typeparam>
internal abstract class KeyedTurns<TKey>
    where TKey : notnull
{
    private readonly Lock _access = new();
    private readonly Dictionary<TKey, Turn> _turns = [];

    /// <summary>How many keys somebody has now.</summary>
    public int Count
    {
        get
        {
            lock (_access)
                return _turns.Count;
        }
    }

    /// <summary>Waits for one's turn, in the order of asking. Who has it does not ask for it again.</summary>
    /// <returns>Dispose it to end the turn.</returns>
    public async Task<IDisposable> EnterAsync(TKey key, CancellationToken cancellationToken)
    {
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

    private void Leave(TKey key, Turn turn)
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

    private sealed class Held(KeyedTurns<TKey> turns, TKey key, Turn turn) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) != 0)
                return;
            turn.Gate.Release();
            turns.Leave(key, turn);
        }
    }
}
