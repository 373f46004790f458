using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Events;

/// <summary>Counts payloads that could not be read, and logs each kind of event at most once a minute.</summary>
internal sealed class MalformedEvents(VexeraMetrics metrics, TimeProvider time, ILogger<MalformedEvents> logger)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<EventDescriptor, Entry> _entries = new();

    /// <summary>Counts one, and logs it unless its kind was logged within the last minute.</summary>
    /// <param name="descriptor">The kind of event.</param>
    /// <param name="failure">What was wrong.</param>
    public void Report(EventDescriptor descriptor, Exception failure)
    {
        metrics.EventsMalformed.Add(1, descriptor.Tag);
        if (_entries.GetOrAdd(descriptor, static _ => new Entry()).TryTell(time, out var unsaid))
            EventsLog.Malformed(logger, descriptor.Name, failure.Message, unsaid);
    }

    private sealed class Entry
    {
        private long _toldAt;
        private long _unsaid;
        private bool _wasTold;

        public bool TryTell(TimeProvider time, out long unsaid)
        {
            lock (this)
            {
                unsaid = _unsaid;
                if (_wasTold && time.GetElapsedTime(_toldAt) < Quiet)
                {
                    _unsaid++;
                    return false;
                }

                (_wasTold, _toldAt, _unsaid) = (true, time.GetTimestamp(), 0);
                return true;
            }
        }
    }
}
