using Vexera.Sandbox.Gateway.Sessions;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Generated;

namespace Vexera.Sandbox.Traffic;

/// <summary>Sends numbered events at a steady rate, so that a checker can tell what was lost or doubled.</summary>
internal sealed class TrafficGenerator(SandboxWorld world, SandboxOptions options, SessionDirectory sessions) : IAsyncDisposable
{
    private const int Batch = 200;
    private const long MostBacklog = 4_000;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(5);

    private readonly TrafficEvents _events = new(world);
    private readonly SemaphoreSlim _changing = new(1);
    private CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private long _messages;
    private long _typings;

    /// <summary>The number of the last message; numbers begin at 1 and never begin again.</summary>
    public long LastMessage => Interlocked.Read(ref _messages);

    public long Typings => Interlocked.Read(ref _typings);

    public bool IsRunning => !_running.IsCompleted;

    /// <summary>Stops what runs and starts anew.</summary>
    public async Task StartAsync(TrafficPlan plan)
    {
        await _changing.WaitAsync().ConfigureAwait(false);
        try
        {
            await EndAsync().ConfigureAwait(false);
            _stop = new CancellationTokenSource();
            var guilds = world.Guilds.Ids.Take(plan.Guilds ?? int.MaxValue).ToArray();
            _running = guilds.Length == 0 ? Task.CompletedTask : Task.Run(() => RunAsync(plan, guilds, _stop.Token));
        }
        finally
        {
            _changing.Release();
        }
    }

    public async Task StopAsync()
    {
        await _changing.WaitAsync().ConfigureAwait(false);
        try
        {
            await EndAsync().ConfigureAwait(false);
        }
        finally
        {
            _changing.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        _stop.Dispose();
        _changing.Dispose();
    }

    private async Task EndAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(false);
        _stop.Dispose();
        _stop = new CancellationTokenSource();
    }

    private async Task RunAsync(TrafficPlan plan, ulong[] guilds, CancellationToken cancellationToken)
    {
        var random = new SeededRandom(options.Seed, int.MaxValue);
        var start = options.TimeProvider.GetTimestamp();
        long sent = 0;
        using var timer = new PeriodicTimer(Tick, options.TimeProvider);
        while (!cancellationToken.IsCancellationRequested && sent < (plan.Count ?? long.MaxValue))
        {
            var due = Math.Min(Due(plan, start, sent), (plan.Count ?? long.MaxValue) - sent);
            for (var number = 0; number < due; number++)
            {
                Send(plan, guilds[random.Below(guilds.Length)], sent++);
            }

            if (due == 0 && !await TickAsync(timer, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    private static async Task<bool> TickAsync(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private long Due(TrafficPlan plan, long start, long sent)
    {
        if (plan.EventsPerSecond > 0)
        {
            var elapsed = options.TimeProvider.GetElapsedTime(start);
            return Math.Clamp((long)(elapsed.TotalSeconds * plan.EventsPerSecond) - sent, 0, Batch);
        }

        return sessions.All.Where(session => session.IsAttached).All(session => session.Backlog < MostBacklog) ? Batch : 0;
    }

    private void Send(TrafficPlan plan, ulong guildId, long index)
    {
        if (plan.Kind == TrafficPlan.Typing || (plan.Kind == TrafficPlan.Mixed && index % 10 == 9))
        {
            Interlocked.Increment(ref _typings);
            world.Publish(_events.Typing(guildId));
        }
        else
        {
            world.Publish(_events.Message(guildId, Interlocked.Increment(ref _messages), plan.Size));
        }
    }
}
