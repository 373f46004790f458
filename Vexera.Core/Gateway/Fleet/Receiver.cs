using System.Text;
using Vexera.Core.Gateway.Protocol;
using Vexera.Core.Gateway.Session;
using Vexera.Core.Gateway.Transport;

namespace Vexera.Core.Gateway.Fleet;

/// <summary>Reads a connection's frames: events go to the sink, in order and one at a time; the rest to the session.</summary>
internal sealed class Receiver(FleetContext fleet, int shardId, LiveSession session, FrameReader reader, Pacemaker pacemaker)
{
    // Frames that lie ready are gathered for so long: enough to be cheap, too few to be felt.
    private const int LongestBatch = 64;

    // Looking at the clock costs as much as a good part of the rest: once for so many bytes, which take far less than a millisecond.
    private const int StampLasts = 32 * 1024;
    private int _gathered;
    private long _stamp;
    private int _stampLasts;

    /// <summary>Reads until the connection has ended, and answers what the session makes of it.</summary>
    public async Task<SessionAction?> RunAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                var reading = reader.ReadAsync();
                var next = reading.IsCompleted && _gathered < LongestBatch ? await reading : await Lend(reading);
                if (next is not { } frame)
                    break;
                try
                {
                    if (!session.IsOver)
                        await HandleAsync(frame, stopping);
                }
                finally
                {
                    frame.Buffer.Release();
                }
            }

            var closure = reader.Ended!;
            return session.Tell(closure, static (session, at, ended) => session.OnClosed(at, ended.Code, ended.ToString()));
        }
        catch (BadFrameException bad)
        {
            fleet.BadFrames.Report(shardId, bad.Kind, bad.Message);
            pacemaker.Do(session.Tell(bad.Message, static (session, at, reason) => session.OnUnreadable(at, reason)));
            return null;
        }
        finally
        {
            fleet.Sink.LendThread();
        }
    }

    private ThreadLoan Lend(ValueTask<Frame?> reading)
    {
        _gathered = 0;
        _stampLasts = 0;
        return new ThreadLoan(reading, fleet.Sink);
    }

    private ValueTask HandleAsync(Frame frame, CancellationToken stopping)
    {
        var fault = EnvelopeReader.Read(frame.Bytes, out var envelope);
        if (fault != BadFrameKind.None)
        {
            fleet.BadFrames.Report(shardId, fault, $"{frame.Length} bytes");
            if (fault == BadFrameKind.CutOff || (fault == BadFrameKind.NotAnObject && frame.IsJoined))
                pacemaker.Do(session.Tell("a frame came that is not whole", static (session, at, reason) => session.OnGarbled(at, reason)));
            return ValueTask.CompletedTask;
        }

        if (envelope.Opcode == Opcode.Dispatch)
            return DispatchAsync(frame.Buffer, envelope, stopping);
        Control(envelope);
        return ValueTask.CompletedTask;
    }

    private long Stamp(int bytes)
    {
        if (bytes > _stampLasts)
        {
            _stamp = fleet.Time.GetTimestamp();
            _stampLasts = StampLasts;
        }

        _stampLasts -= bytes;
        return _stamp;
    }

    private void Control(in Envelope envelope)
    {
        switch (envelope.Opcode)
        {
            case Opcode.Hello when ControlPayloads.TryReadHello(envelope.Data.Span, out var interval):
                pacemaker.Do(session.Tell(interval, static (session, at, interval) => session.OnHello(at, interval)));
                break;
            case Opcode.Hello:
                fleet.BadFrames.Report(shardId, BadFrameKind.BadHello, "no heartbeat_interval from 1 ms to 1 day");
                break;
            case Opcode.Heartbeat:
                pacemaker.Do(session.Tell(0, static (session, at, _) => session.OnHeartbeatRequest(at)));
                break;
            case Opcode.HeartbeatAck:
                pacemaker.Do(session.Tell(0, static (session, at, _) => session.OnHeartbeatAck(at)));
                break;
            case Opcode.Reconnect:
                pacemaker.Do(session.Tell(0, static (session, at, _) => session.OnReconnect(at)));
                break;
            case Opcode.InvalidSession:
                var resumable = ControlPayloads.ReadInvalidSession(envelope.Data.Span);
                pacemaker.Do(session.Tell(resumable, static (session, at, resumable) => session.OnInvalidSession(at, resumable)));
                break;
            default:
                fleet.BadFrames.Report(shardId, BadFrameKind.UnknownOpcode, $"opcode {(int)envelope.Opcode}");
                break;
        }
    }

    private ValueTask DispatchAsync(FrameBuffer buffer, in Envelope envelope, CancellationToken stopping)
    {
        var receivedAt = Stamp(envelope.Data.Length);
        switch (Judge(envelope, receivedAt))
        {
            case DispatchVerdict.Pass:
                var frame = new DispatchFrame(
                    shardId, fleet.ShardCount, session.SessionId!, envelope.Sequence!.Value, envelope.Name, envelope.Data, receivedAt, buffer);
                return HandOnAsync(frame, stopping);
            case DispatchVerdict.Repeated:
                fleet.Metrics.EventsRepeated.Add(1);
                break;
            case DispatchVerdict.NoSession when !session.IsOver:
                fleet.BadFrames.Report(shardId, BadFrameKind.NoSession, $"an event numbered {envelope.Sequence} before READY");
                break;
        }

        return ValueTask.CompletedTask;
    }

    // Null when there is nothing to hand on, and nothing to count either.
    private DispatchVerdict? Judge(in Envelope envelope, long receivedAt)
    {
        var name = envelope.Name.Span;
        if (name.SequenceEqual("RESUMED"u8))
        {
            var resumed = session.Resumed(envelope.Sequence);
            pacemaker.Do(null);
            return envelope.Sequence is null ? null : resumed;
        }

        if (envelope.Sequence is not { } sequence)
        {
            fleet.BadFrames.Report(shardId, BadFrameKind.BadSequence, "an event without a number");
            return null;
        }

        if (!name.SequenceEqual("READY"u8))
            return session.Dispatched(sequence, receivedAt);
        if (!ControlPayloads.TryReadReady(envelope.Data.Span, out var sessionId, out var resumeUrl))
        {
            fleet.BadFrames.Report(shardId, BadFrameKind.BadReady, "no session_id");
            return null;
        }

        var ready = session.Ready(sequence, sessionId, resumeUrl);
        if (resumeUrl is not null)
            fleet.Connector.Prepare(resumeUrl);
        pacemaker.Do(null);
        return ready;
    }

    private ValueTask HandOnAsync(in DispatchFrame frame, CancellationToken stopping)
    {
        _gathered++;
        try
        {
            var taking = fleet.Sink.OnDispatchAsync(frame, stopping);
            return taking.IsCompletedSuccessfully ? ValueTask.CompletedTask : FinishAsync(taking, frame.Name, stopping);
        }
        catch (Exception failure)
        {
            Report(failure, frame.Name, stopping);
            return ValueTask.CompletedTask;
        }
    }

    private async ValueTask FinishAsync(ValueTask taking, ReadOnlyMemory<byte> name, CancellationToken stopping)
    {
        try
        {
            await taking;
        }
        catch (Exception failure)
        {
            Report(failure, name, stopping);
        }

        _stampLasts = 0;
    }

    private void Report(Exception failure, ReadOnlyMemory<byte> name, CancellationToken stopping)
    {
        if (!stopping.IsCancellationRequested)
            GatewayLog.SinkFailed(fleet.Logger, shardId, Encoding.UTF8.GetString(name.Span), failure);
    }
}
