using System.Diagnostics;
using System.Text.Json;
using Vexera.Benchmarks.Processes;
using Vexera.Benchmarks.Restarts.Programs;

namespace Vexera.Benchmarks.Restarts;

/// <summary>A bot that is ended and started again, each time as a new process in the same folder.</summary>
internal sealed class RestartedBot : IAsyncDisposable
{
    private const string ReadyText = "shards are ready after";
    private static readonly TimeSpan ReadyPatience = TimeSpan.FromMinutes(8);
    private static readonly TimeSpan EndPatience = TimeSpan.FromMinutes(1);
    private readonly TemporaryFolder _folder = new();
    private readonly RestartSetup _setup;
    private ChildProcess? _process;

    /// <param name="address">The simulator.</param>
    /// <param name="token">The bot's token.</param>
    /// <param name="settings">What to set besides, by path.</param>
    public RestartedBot(Uri address, string token, IReadOnlyDictionary<string, string>? settings = null) => _setup = new RestartSetup(
        new Uri(address, "/api/v10"), token, Path.Combine(_folder.Path, "numbers"), settings ?? new Dictionary<string, string>());

    /// <summary>Its database.</summary>
    public string Database => Path.Combine(_folder.Path, "data", "vexera.db");

    /// <summary>What its handlers have handled, all processes together.</summary>
    public (long Handled, long Distinct) Handled => NumberLedger.Read(_setup.Ledger);

    /// <summary>Starts a process and waits until it says that all shards are ready.</summary>
    /// <returns>The time since the process was started.</returns>
    public async Task<TimeSpan> StartAsync(CancellationToken cancellationToken)
    {
        var process = Launch();
        var line = await process.LineAsync(ReadyText, ReadyPatience, cancellationToken);
        return TimeProvider.System.GetElapsedTime(process.StartedAt, line.At);
    }

    /// <summary>Starts a process.</summary>
    public ChildProcess Launch() => _process = ChildProcess.Start(
        Environment.ProcessPath!,
        [.. ChildProcess.OwnArguments(), CountingBot.Command, JsonSerializer.Serialize(_setup)],
        _folder.Path);

    /// <summary>Asks the process to stop, as systemd does, and waits for its end.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> TerminateAsync(CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        using (Process.Start("kill", ["-TERM", $"{_process!.Process.Id}"]))
            await _process.Process.WaitForExitAsync(cancellationToken).WaitAsync(EndPatience, cancellationToken);
        var took = TimeProvider.System.GetElapsedTime(began);
        await KillAsync();
        return took;
    }

    /// <summary>Ends the process as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
            await process.DisposeAsync();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _folder.Dispose();
    }
}
