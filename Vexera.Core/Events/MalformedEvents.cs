using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Events;

/// <summary>Counts payloads that could not be read, and logs each kind of event at most once a minute.</summary>
internal sealed class MalformedEvents(VexeraMetrics metrics, TimeProvider time, ILogger<MalformedEvents> logger)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<EventDescriptor, LogPace> _paces = new();

    /// <summary>Counts one, and logs it unless its kind was logged within the last minute.</summary>
    /// <param name="descriptor">The kind of event.</param>
    /// <param name="failure">What was wrong.</param>
    public void Report(EventDescriptor descriptor, Exception failure)
    {
        metrics.EventsMalformed.Add(1, descriptor.Tag);
        if (_paces.GetOrAdd(descriptor, static (_, time) => new LogPace(Quiet, time), time).TryTell(out var heldBack))
            EventsLog.Malformed(logger, descriptor.Name, failure.Message, heldBack);
    }
}
