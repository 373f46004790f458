using System.Diagnostics;
using System.Text;

namespace Vexera.Tests.Support;

/// <summary>
/// The built <c>vexera</c> as a process of its own, in a working directory, a HOME and a place for temporary files of its
/// own, with no setting from the surroundings and no dashboard. Killed when disposed; what it leaves then goes with its folder.
/// </summary>
internal sealed class VexeraProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly Task _outReader;
    private readonly Task _errorReader;
    private readonly Output _out = new();
    private readonly Output _error = new();

    private VexeraProcess(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _outReader = _out.FillAsync(_process.StandardOutput);
        _errorReader = _error.FillAsync(_process.StandardError);
    }

    /// <summary>What it wrote to its output so far.</summary>
    public string Out => _out.Text;

    /// <summary>What it wrote to its error output so far.</summary>
    public string Error => _error.Text;

    /// <summary>Starts it.</summary>
    /// <param name="folder">Its working directory and HOME.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="environment">Variables to set.</param>
    public static VexeraProcess Start(
        string folder, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "vexera.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList())
            start.Environment.Remove(name);
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["Dashboard__Enabled"] = "false";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new VexeraProcess(start);
    }

    /// <summary>Runs it to its end.</summary>
    /// <returns>Exit code, output and error output.</returns>
    public static async Task<(int ExitCode, string Out, string Error)> RunAsync(
        string folder, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        await using var process = Start(folder, arguments, environment);
        return (await process.WaitForExitAsync(), process.Out, process.Error);
    }

    /// <summary>Waits until its output holds <paramref name="text"/>; fails when it ends before.</summary>
    public async Task WaitForOutAsync(string text)
    {
        var found = _out.WaitForAsync(text);
        await WaitAsync(Task.WhenAny(found, _outReader), $"waiting for \"{text}\"");
        if (!found.IsCompleted)
            Assert.Fail($"vexera ended before it said \"{text}\".\nIt said:\n{Out}\nand on its error output:\n{Error}");
    }

    /// <summary>Asks it to stop, as systemd does.</summary>
    public void Terminate() => Process.Start("kill", ["-TERM", $"{_process.Id}"]).Dispose();

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> WaitForExitAsync()
    {
        await WaitAsync(Task.WhenAll(_process.WaitForExitAsync(), _outReader, _errorReader), "waiting for its end");
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await Task.WhenAll(_outReader, _errorReader);
        _process.Dispose();
    }

    private async Task WaitAsync(Task task, string what)
    {
        try
        {
            await task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"vexera: gave up {what}.\nIt said:\n{Out}\nand on its error output:\n{Error}");
        }
    }

    private static bool IsSetting(string name) =>
        name.Contains("__", StringComparison.Ordinal) || name.StartsWith("DISCORD_", StringComparison.OrdinalIgnoreCase);

    private sealed class Output
    {
        private readonly Lock _lock = new();
        private readonly StringBuilder _text = new();
        private readonly List<(string Text, TaskCompletionSource Found)> _waiters = [];

        public string Text
        {
            get
            {
                lock (_lock)
                    return _text.ToString();
            }
        }

        public async Task FillAsync(StreamReader reader)
        {
            while (await reader.ReadLineAsync() is { } line)
                Add(line);
        }

        public Task WaitForAsync(string text)
        {
            lock (_lock)
            {
                if (_text.ToString().Contains(text, StringComparison.Ordinal))
                    return Task.CompletedTask;
                var found = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiters.Add((text, found));
                return found.Task;
            }
        }

        private void Add(string line)
        {
            lock (_lock)
            {
                _text.AppendLine(line);
                foreach (var (_, found) in _waiters.Where(waiter => line.Contains(waiter.Text, StringComparison.Ordinal)))
                    found.TrySetResult();
            }
        }
    }
}
