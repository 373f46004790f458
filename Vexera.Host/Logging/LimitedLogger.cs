namespace Vexera.Host.Logging;

/// <summary>One category's logger.</summary>
/// <param name="category">The category.</param>
/// <param name="inner">Writes.</param>
/// <param name="limit">Says what is written.</param>
internal sealed class LimitedLogger(string category, ILogger inner, RepeatLimit limit) : ILogger
{
    private const string Template = "{OriginalFormat}";
    private const string ErrorId = "ErrorId";

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => inner.BeginScope(state);

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!inner.IsEnabled(logLevel))
            return;
        if (!TryKey(logLevel, eventId, state, out var key))
        {
            inner.Log(logLevel, eventId, state, exception, formatter);
            return;
        }

        var passes = limit.TryPass(key, logLevel, out var before);
        if (before is var (_, level, count) && inner.IsEnabled(level))
            LoggingLog.MoreLikeThis(inner, level, count, key.EventId, key.Template);
        if (passes)
            inner.Log(logLevel, eventId, state, exception, formatter);
    }

    private bool TryKey<TState>(LogLevel level, EventId eventId, TState state, out RepeatKey key)
    {
        key = default;
        if (level is < LogLevel.Information or LogLevel.Critical || state is not IReadOnlyList<KeyValuePair<string, object?>> values)
            return false;
        string? template = null;
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i].Key == ErrorId)
                return false;
            if (values[i].Key == Template)
                template = values[i].Value as string;
        }

        key = new RepeatKey(category, eventId.Id, template ?? "");
        return template is not null;
    }
}
