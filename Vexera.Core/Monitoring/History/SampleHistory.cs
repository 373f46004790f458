using Microsoft.Extensions.Logging;
using Vexera.Core.Monitoring.Sampling;
using Vexera.Core.Telemetry;

namespace Vexera.Core.Monitoring.History;

/// <summary>The samples of the last hour, and of the day before two for each minute; a fixed amount of memory.</summary>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed class SampleHistory(TimeProvider time, ILogger<SampleHistory> logger) : ISampleHistory
{
    private const int MostRecent = 360;

    private readonly Lock _access = new();
    private readonly Queue<Sample> _recent = new(MostRecent);
    private readonly Queue<HistoryMinute> _minutes = [];
    private readonly LogPace _failures = new(TimeSpan.FromMinutes(1), time);
    private DateTimeOffset _minute;
    private DateTimeOffset _newest = DateTimeOffset.MaxValue;
    private Stretch _stretch = new();

    /// <inheritdoc/>
    public event Action<Sample>? Sampled;

    /// <summary>Raised when a minute is over, on the sampler's loop. Handlers return at once.</summary>
    public event Action<HistoryMinute>? MinuteEnded;

    /// <summary>The minute that is not over yet, as far as it is; null when there is none.</summary>
    public HistoryMinute? Unfinished
    {
        get
        {
            lock (_access)
                return _stretch.IsEmpty ? null : new HistoryMinute(_minute, _stretch.Samples);
        }
    }

    /// <summary>Goes on with minutes of earlier processes.</summary>
    /// <param name="minutes">By time; those that are newer than what is here are left out.</param>
    public void Restore(IReadOnlyList<HistoryMinute> minutes)
    {
        lock (_access)
        {
            HistoryMinute[] since = [.. _minutes];
            _minutes.Clear();
            var now = since.Length > 0 ? since[0].At : _stretch.IsEmpty ? DateTimeOffset.MaxValue : _minute;
            foreach (var minute in minutes.Where(minute => minute.At < now).Concat(since))
                Keep(minute);
            // The minute in which an earlier process ended and this one began is one.
            if (minutes.Count > 0 && minutes[^1] is var last && last.At == now && since.Length == 0)
                Prepend(last);
        }
    }

    /// <summary>Adds a sample.</summary>
    public void Add(Sample sample)
    {
        HistoryMinute? ended = null;
        lock (_access)
        {
            var minute = HistoryMinute.Of(sample.At);
            if (minute != _minute && !_stretch.IsEmpty)
            {
                Keep(ended = new HistoryMinute(_minute, _stretch.Samples));
                _stretch = new Stretch();
            }

            _minute = minute;
            _stretch.Add(sample);
            if (_recent.Count == MostRecent)
                _recent.Dequeue();
            _recent.Enqueue(sample);
            _newest = sample.At;
        }

        if (ended is not null)
            Raise(MinuteEnded, ended);
        Raise(Sampled, sample);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Sample> Since(DateTimeOffset from, int most)
    {
        List<Sample> samples;
        lock (_access)
        {
            // Of the oldest minute some samples may be gone or an earlier process's, but the minute itself is kept whole.
            var first = _recent.Count > 0 ? HistoryMinute.Of(_recent.Peek().At) : DateTimeOffset.MaxValue;
            var recentFrom = _minutes.Any(minute => minute.At == first && minute.Samples[0].At < _recent.Peek().At) ? first.AddMinutes(1) : first;
            samples =
            [
                .. _minutes.Where(minute => minute.At < recentFrom).SelectMany(minute => minute.Samples)
                    .Concat(_recent.Where(sample => sample.At >= recentFrom || HistoryMinute.Of(sample.At) == _minute))
                    // What is later than the newest was, or will be: somebody set the clock.
                    .Where(sample => sample.At >= from && sample.At <= _newest)
                    .OrderBy(sample => sample.At),
            ];
        }

        return Thinning.To(samples, most);
    }

    private void Keep(HistoryMinute minute)
    {
        _minutes.Enqueue(minute);
        if (_minutes.Count > HistoryMinute.Most)
            _minutes.Dequeue();
    }

    private void Prepend(HistoryMinute earlier)
    {
        var stretch = new Stretch();
        foreach (var sample in earlier.Samples.Concat(_stretch.Samples))
            stretch.Add(sample);
        _stretch = stretch;
    }

    private void Raise<T>(Action<T>? listeners, T what)
    {
        foreach (var listener in Delegate.EnumerateInvocationList(listeners))
        {
            try
            {
                listener(what);
            }
            catch (Exception failure)
            {
                if (_failures.TryTell(out var more))
                    MonitoringLog.ListenerFailed(logger, failure, more);
            }
        }
    }
}
