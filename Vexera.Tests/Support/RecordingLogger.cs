using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Vexera.Tests.Support;

/// <summary>Keeps every log line, with its exception spelled out.</summary>
internal sealed class RecordingLogger<T> : ILogger<T>
{
    private readonly ConcurrentQueue<LogLine> _lines;

    public RecordingLogger() => _lines = new ConcurrentQueue<LogLine>();

    private RecordingLogger(ConcurrentQueue<LogLine> lines) => _lines = lines;

    public IReadOnlyList<LogLine> Lines => [.. _lines];

    /// <summary>A logger of another category that writes into the same book.</summary>
    public RecordingLogger<TOther> For<TOther>() => new(_lines);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue(new LogLine(logLevel, eventId.Id, $"{formatter(state, exception)}{exception}"));
}

/// <summary>One line of a log.</summary>
internal sealed record LogLine(LogLevel Level, int EventId, string Text);
