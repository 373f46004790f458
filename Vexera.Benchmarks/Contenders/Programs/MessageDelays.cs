using HdrHistogram;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;

namespace Vexera.Benchmarks.Contenders.Programs;

/// <summary>A handler that measures how long messages took from being read to their handler, and may get stuck in one guild.</summary>
internal sealed class MessageDelays : IEventHandler<MessageCreateEvent>
{
    private const int SignificantDigits = 3;
    private const double NanosecondsPerMillisecond = 1_000_000;
    private static readonly long LongestDelay = TimeSpan.NanosecondsPerTick * TimeSpan.TicksPerHour;
    private readonly TimeProvider _time = TimeProvider.System;

    private readonly Recorder _recorder = HistogramFactory.With64BitBucketSize()
        .WithValuesUpTo(LongestDelay)
        .WithPrecisionOf(SignificantDigits)
        .WithThreadSafeWrites()
        .WithThreadSafeReads()
        .Create();

    private volatile StuckGuild? _stuck;

    /// <inheritdoc/>
    public ValueTask HandleAsync(EventContext<MessageCreateEvent> context, CancellationToken cancellationToken)
    {
        var delay = _time.GetElapsedTime(context.Origin.ReceivedAt);
        if (_stuck is { } stuck && context.GuildId is { } guild && stuck.Has(guild.Value, out var isFirst))
            return isFirst ? stuck.StayAsync() : ValueTask.CompletedTask;
        _recorder.RecordValue(Math.Clamp(delay.Ticks * TimeSpan.NanosecondsPerTick, 1, LongestDelay));
        return ValueTask.CompletedTask;
    }

    /// <summary>Measures for a while.</summary>
    /// <param name="how">How the first message of the while gets its handler stuck, if at all; that guild's are not measured.</param>
    /// <param name="duration">How long.</param>
    public async Task<DelayFigures> MeasureAsync(StuckHow how, TimeSpan duration)
    {
        using var stuck = new StuckGuild(how);
        _recorder.Reset();
        _stuck = how == StuckHow.Not ? null : stuck;
        await Task.Delay(duration, _time);
        var histogram = _recorder.GetIntervalHistogram();
        _stuck = null;
        await stuck.FreeAsync();
        return new DelayFigures(histogram.TotalCount, Milliseconds(50), Milliseconds(99), histogram.GetMaxValue() / NanosecondsPerMillisecond);

        double Milliseconds(double percentile) => histogram.GetValueAtPercentile(percentile) / NanosecondsPerMillisecond;
    }
}
