using System.Collections.Concurrent;
using Vexera.Core.Discord;

namespace Vexera.Core.Commands.Execution;

/// <summary>Sees to it that a person's command runs once at a time.</summary>
internal sealed class RunningCommands
{
    private readonly ConcurrentDictionary<(Snowflake User, string Command), bool> _running = [];

    /// <summary>A turn for this person and command, given back by disposing it; null while another runs.</summary>
    public IDisposable? TryEnter(Snowflake user, string command) =>
        _running.TryAdd((user, command), true) ? new Turn(_running, (user, command)) : null;

    private sealed class Turn(ConcurrentDictionary<(Snowflake, string), bool> running, (Snowflake, string) key) : IDisposable
    {
        public void Dispose() => running.TryRemove(key, out _);
    }
}
