namespace Vexera.Core.Gateway.Fleet;

/// <summary>The fleet that serves the bot, and what is at work on it: one thing at a time.</summary>
internal sealed class ServingFleet
{
    private volatile FleetRun? _run;
    private volatile object? _work;

    /// <summary>The fleet, or null before Discord has told how many shards to run.</summary>
    public FleetRun? Run
    {
        get => _run;
        set => _run = value;
    }

    /// <summary>Signalled when the process stops; set with the first <see cref="Run"/>.</summary>
    public CancellationToken Stopping { get; set; }

    /// <summary>The rolling reconnect or the reshard at work, or null.</summary>
    public object? Work => _work;

    /// <summary>Puts something to work. False when something is at work already.</summary>
    public bool TryBegin(object work) => Interlocked.CompareExchange(ref _work, work, null) is null;

    /// <summary>What was at work has ended.</summary>
    public void End() => _work = null;
}
