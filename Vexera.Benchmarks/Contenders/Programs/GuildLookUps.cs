using System.Diagnostics.Metrics;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.State;
using Vexera.Core.Telemetry;

namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>Looks up the guild of each message as a command does, and counts what it finds and where that came from.</summary>
internal sealed class GuildLookUps : IEventHandler<MessageCreateEvent>, IDisposable
{
    private const string Reads = "vexera.state.reads";
    private const string Fetches = "vexera.state.fetches";
    private readonly IGuildStates _guilds;
    private readonly MeterListener _listener = new();
    private long _found;
    private long _failed;
    private long _reads;
    private long _fetches;

    public GuildLookUps(IGuildStates guilds)
    {
        _guilds = guilds;
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == VexeraMetrics.MeterName && instrument.Name is Reads or Fetches)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
            Interlocked.Add(ref instrument.Name == Reads ? ref _reads : ref _fetches, value));
        _listener.Start();
    }

    /// <summary>What was counted so far.</summary>
    public LookUps Counted => new(
        Interlocked.Read(ref _found), Interlocked.Read(ref _failed), Interlocked.Read(ref _reads), Interlocked.Read(ref _fetches));

    /// <inheritdoc/>
    public async ValueTask HandleAsync(EventContext<MessageCreateEvent> context, CancellationToken cancellationToken)
    {
        if (context.GuildId is not { } guildId)
            return;
        try
        {
            var state = context.After ?? await _guilds.FindAsync(guildId, cancellationToken);
            var isWhole = state is not null && state.Channels.ContainsKey(context.Event.Message.ChannelId) && state.Self is not null;
            Interlocked.Increment(ref isWhole ? ref _found : ref _failed);
        }
        catch
        {
            Interlocked.Increment(ref _failed);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();
}
