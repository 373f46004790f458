using System.Collections.Concurrent;
using Vexera.Core.Discord;
using Vexera.Core.Gateway.Identify;
using Vexera.Core.Gateway.Protocol;
using Vexera.Core.Gateway.Session;
using Vexera.Core.Gateway.Transport;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>
/// Keeps a connection's time and is the only one that sends on it, so that heartbeats go on while the receiver of events is slow.
/// </summary>
internal sealed class Pacemaker(
    FleetContext fleet, Shard shard, LiveSession session, FrameReader reader, IGatewayTransport transport, GatewayIntents intents) : IDisposable
{
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);
    private readonly Alarm _alarm = new(fleet.Time, () => fleet.Now);
    private readonly ConcurrentQueue<SessionAction> _actions = new();
    private Task _inLine = Task.CompletedTask;
    private IdentifyPermit? _permit;
    private TimeSpan? _farewellEnds;

    /// <summary>Leaves an action to this loop, and has it look at the session's deadline anew.</summary>
    public void Do(SessionAction? action)
    {
        if (action is not null)
            _actions.Enqueue(action);
        _alarm.Ring();
    }

    /// <summary>Runs until <paramref name="over"/> is signalled.</summary>
    /// <param name="over">The connection has ended.</param>
    /// <param name="stopping">The shard shall stop: say farewell.</param>
    public async Task RunAsync(CancellationToken over, CancellationToken stopping)
    {
        await using var whenOver = over.Register(_alarm.Ring);
        await using var whenStopping = stopping.Register(_alarm.Ring);
        while (!over.IsCancellationRequested)
        {
            while (_actions.TryDequeue(out var action))
                await PerformAsync(action, over);
            if (Interlocked.Exchange(ref _permit, null) is { } permit)
                await IdentifyAsync(permit);
            if (stopping.IsCancellationRequested)
                await SayFarewellAsync();
            await PerformAsync(session.Tell(!reader.IsWaiting, static (session, at, busy) => session.OnTime(at, busy)), over);
            session.Publish(shard);
            _alarm.Set(_farewellEnds ?? session.Deadline);
            await _alarm.WaitAsync();
        }

        // What the other loop left at the end, such as a close frame with the reason.
        while (_actions.TryDequeue(out var last))
            await PerformAsync(last, over);
        await _inLine;
        _permit?.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => _alarm.Dispose();

    private async Task PerformAsync(SessionAction? action, CancellationToken over)
    {
        switch (action)
        {
            case SessionAction.SendHeartbeat heartbeat:
                await SendAsync(PayloadWriter.Heartbeat(heartbeat.Sequence));
                break;
            case SessionAction.SendResume resume:
                fleet.Metrics.Resumes.Add(1);
                await SendAsync(PayloadWriter.Resume(fleet.Token, resume.SessionId, resume.Sequence));
                break;
            case SessionAction.RequestPermit:
                _inLine = WaitInLineAsync(over);
                break;
            case SessionAction.Close close:
                await CloseAsync(close);
                transport.Dispose();
                break;
        }
    }

    private async Task WaitInLineAsync(CancellationToken over)
    {
        await fleet.Limits.RefreshAsync(fleet.ShardCount, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var turn = fleet.Gate.AcquireAsync(shard.Id, over).AsTask();
        await ((Task)turn).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (turn.IsCompletedSuccessfully)
        {
            _permit = await turn;
            _alarm.Ring();
        }
        else if (turn.Exception?.GetBaseException().Message is { } reason)
        {
            Do(session.Tell(reason, static (session, at, reason) => session.OnBroken(at, $"no permit to identify: {reason}")));
        }
    }

    private async Task IdentifyAsync(IdentifyPermit permit)
    {
        using (permit)
        {
            if (session.Tell(0, static (session, at, _) => session.OnPermit(at)) is not SessionAction.SendIdentify)
                return;
            fleet.Metrics.Identifies.Add(1);
            await SendAsync(PayloadWriter.Identify(fleet.Token, intents, shard.Id, fleet.ShardCount));
            permit.Sent();
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> payload)
    {
        using var timeout = new CancellationTokenSource(SendTimeout, fleet.Time);
        try
        {
            await transport.SendAsync(payload, timeout.Token);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            var reason = failure is IOException ? failure.Message : $"nothing could be sent for {SendTimeout.TotalSeconds:0} s";
            session.Tell(reason, static (session, at, reason) => session.OnBroken(at, reason));
            transport.Dispose();
        }
    }

    // The other end has a moment to answer the close frame.
    private async Task SayFarewellAsync()
    {
        if (session.Tell(fleet.KeepsSessions, static (session, _, keeps) => session.OnStop(keeps)) is SessionAction.Close close)
        {
            _farewellEnds = fleet.Now + Farewell;
            await CloseAsync(close);
        }

        if (_farewellEnds is not { } ends || ends <= fleet.Now)
        {
            _farewellEnds = null;
            transport.Dispose();
        }
    }

    private async Task CloseAsync(SessionAction.Close close)
    {
        using var timeout = new CancellationTokenSource(Farewell, fleet.Time);
        await transport.CloseAsync(close.Code, close.Reason, timeout.Token);
    }
}
