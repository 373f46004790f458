using System.Collections.Concurrent;

namespace Vexera.Host.Logging;

/// <summary>
/// Loggers that write what repeats too often as "1,203 more like this". Lines below Information, critical ones and those with an
/// error id that a person was shown are always written.
/// </summary>
[ProviderAlias("NLog")]
internal sealed class LimitedLoggerProvider : ILoggerProvider
{
    private readonly ILoggerProvider _inner;
    private readonly RepeatLimit _limit;
    private readonly ITimer _sweep;
    private readonly ConcurrentDictionary<string, ILogger> _loggers = new(StringComparer.Ordinal);

    /// <param name="inner">Writes; disposed with this.</param>
    /// <param name="time">The clock.</param>
    public LimitedLoggerProvider(ILoggerProvider inner, TimeProvider time)
    {
        _inner = inner;
        _limit = new RepeatLimit(time);
        _sweep = time.CreateTimer(_ => Tell(_limit.Sweep()), null, RepeatLimit.Window, RepeatLimit.Window);
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new LimitedLogger(categoryName, InnerOf(categoryName), _limit);

    /// <summary>Tells what is still held back.</summary>
    public void Dispose()
    {
        _sweep.Dispose();
        Tell(_limit.Sweep(all: true));
        _inner.Dispose();
    }

    private ILogger InnerOf(string category) => _loggers.GetOrAdd(category, _inner.CreateLogger);

    private void Tell(IReadOnlyList<HeldBack> held)
    {
        foreach (var (key, level, count) in held)
        {
            var logger = InnerOf(key.Category);
            if (logger.IsEnabled(level))
                LoggingLog.MoreLikeThis(logger, level, count, key.EventId, key.Template);
        }
    }
}
