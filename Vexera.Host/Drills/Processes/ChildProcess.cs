using System.Diagnostics;
using System.Threading.Channels;

namespace Vexera.Host.Drills.Processes;

/// <summary>A process that this program started. It ends with this object, and what it started ends with it.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int TailLength = 20;

    // beside the program; an assembly inside a single executable has no place of its own
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, $"{typeof(ChildProcess).Assembly.GetName().Name}.dll");

    private readonly Channel<OutputLine> _lines = Channel.CreateUnbounded<OutputLine>();
    private readonly Queue<string> _tail = [];
    private readonly TimeProvider _time;
    private readonly string _name;

    private ChildProcess(ProcessStartInfo start, TimeProvider time)
    {
        _time = time;
        _name = Path.GetFileName(start.FileName);
        StartedAt = time.GetTimestamp();
        Process = Process.Start(start)!;
        _ = ReadAsync(Process.StandardOutput, isOutput: true);
        _ = ReadAsync(Process.StandardError, isOutput: false);
    }

    /// <summary>The process.</summary>
    public Process Process { get; }

    /// <summary>The moment before it was started: a timestamp of the clock.</summary>
    public long StartedAt { get; }

    /// <summary>What to put before the arguments to start this program again: as its own executable, or as the assembly that <c>dotnet</c> runs.</summary>
    public static IEnumerable<string> OwnArguments() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Assembly] : [];

    /// <summary>Starts a process.</summary>
    /// <param name="file">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Its working directory.</param>
    /// <param name="environment">What to add to the environment.</param>
    public static ChildProcess Start(
        string file, IEnumerable<string> arguments, string folder, params IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new ChildProcess(start, TimeProvider.System);
    }

    /// <summary>Sends a line to its standard input.</summary>
    public async Task SendAsync(string line)
    {
        await Process.StandardInput.WriteLineAsync(line);
        await Process.StandardInput.FlushAsync();
    }

    /// <summary>The next line of its standard output that contains a text; lines before it are passed over.</summary>
    /// <exception cref="NotMeasuredException">The process ended, or did not say it in time.</exception>
    public async Task<OutputLine> LineAsync(string text, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await foreach (var line in _lines.Reader.ReadAllAsync(either.Token))
            {
                if (line.Text.Contains(text, StringComparison.Ordinal))
                    return line;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new NotMeasuredException($"{_name} did not say \"{text}\" within {patience.TotalSeconds:0} s.{Tail()}");
        }

        throw new NotMeasuredException($"{_name} ended before it said \"{text}\".{Tail()}");
    }

    /// <summary>Kills it, if it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!Process.HasExited)
            Process.Kill(entireProcessTree: true);
        await Process.WaitForExitAsync();
        Process.Dispose();
    }

    private async Task ReadAsync(StreamReader reader, bool isOutput)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            var at = _time.GetTimestamp();
            if (isOutput)
                _lines.Writer.TryWrite(new OutputLine(line, at));
            Remember(line);
        }

        if (isOutput)
            _lines.Writer.Complete();
    }

    private void Remember(string line)
    {
        lock (_tail)
        {
            _tail.Enqueue(line);
            if (_tail.Count > TailLength)
                _tail.Dequeue();
        }
    }

    private string Tail()
    {
        lock (_tail)
            return _tail.Count == 0 ? "" : $" It said last:{Environment.NewLine}{string.Join(Environment.NewLine, _tail)}";
    }
}

/// <summary>A line of a process's output.</summary>
/// <param name="Text">The line.</param>
/// <param name="At">When it was read: a timestamp of the clock.</param>
internal readonly record struct OutputLine(string Text, long At);
