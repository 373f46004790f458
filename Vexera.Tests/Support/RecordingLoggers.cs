using Microsoft.Extensions.Logging;

namespace Vexera.Tests.Support;

/// <summary>One book for the loggers of every category.</summary>
internal sealed class RecordingLoggers : ILoggerProvider
{
    private readonly RecordingLogger<RecordingLoggers> _logger = new();

    public IReadOnlyList<LogLine> Lines => _logger.Lines;

    public ILogger CreateLogger(string categoryName) => _logger;

    public void Dispose()
    {
    }
}
