using System.Diagnostics;
using System.Text.Json;
using Vexera.Host.Drills.Processes;

namespace Vexera.Host.Drills.Bot;

/// <summary>A bot that is ended and started again, each time as a new process in the same folder.</summary>
internal sealed class DrilledBot : IAsyncDisposable
{
    private const string ReadyText = "shards are ready after";
    private static readonly TimeSpan ReadyPatience = TimeSpan.FromMinutes(8);
    private static readonly TimeSpan EndPatience = TimeSpan.FromMinutes(1);
    private readonly TemporaryFolder _folder = new();
    private readonly BotSetup _setup;
    private ChildProcess? _process;
    private bool _isStopping;

    /// <param name="address">The simulator, as the bot shall call it.</param>
    /// <param name="token">The bot's token.</param>
    /// <param name="settings">What to set besides, by path.</param>
    /// <param name="breaker">What is broken on purpose; null for nothing.</param>
    public DrilledBot(Uri address, string token, IReadOnlyDictionary<string, string>? settings = null, string? breaker = null) =>
        _setup = new BotSetup(
            new Uri(address, "/api/v10"), token, Path.Combine(_folder.Path, "numbers"), settings ?? new Dictionary<string, string>(), breaker);

    /// <summary>Its working directory.</summary>
    public string Folder => _folder.Path;

    /// <summary>Its database.</summary>
    public string Database => Path.Combine(_folder.Path, "data", "vexera.db");

    /// <summary>Its control socket.</summary>
    public string Socket => Path.Combine(_folder.Path, "data", "vexera.sock");

    /// <summary>The file of <see cref="NumberLedger"/>.</summary>
    public string Ledger => _setup.Ledger;

    /// <summary>What its handlers have handled, all processes together.</summary>
    public (long Handled, long Distinct) Handled => NumberLedger.Read(_setup.Ledger);

    /// <summary>The process that runs or that has ended by itself; null while none shall run.</summary>
    public Process? Process => _isStopping ? null : _process?.Process;

    /// <summary>Starts a process and waits until it says that all shards are ready.</summary>
    /// <returns>The time since the process was started.</returns>
    /// <exception cref="NotMeasuredException">It ended, or took longer than eight minutes.</exception>
    public async Task<TimeSpan> StartAsync(CancellationToken cancellationToken)
    {
        var process = Launch();
        var line = await process.LineAsync(ReadyText, ReadyPatience, cancellationToken);
        return TimeProvider.System.GetElapsedTime(process.StartedAt, line.At);
    }

    /// <summary>Starts a process.</summary>
    public ChildProcess Launch()
    {
        _process = ChildProcess.Start(VexeraExecutable.Built, [BotProgram.Command, JsonSerializer.Serialize(_setup)], _folder.Path);
        _isStopping = false;
        return _process;
    }

    /// <summary>Asks the process to stop, as systemd does, and waits for its end.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> TerminateAsync(CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        _isStopping = true;
        using (System.Diagnostics.Process.Start("kill", ["-TERM", $"{_process!.Process.Id}"]))
            await _process.Process.WaitForExitAsync(cancellationToken).WaitAsync(EndPatience, cancellationToken);
        var took = TimeProvider.System.GetElapsedTime(began);
        await KillAsync();
        return took;
    }

    /// <summary>Throws its sessions away while it does not run, by the command line.</summary>
    /// <exception cref="NotMeasuredException">It cannot be done.</exception>
    public async Task PurgeSessionsAsync(CancellationToken cancellationToken)
    {
        await using var purge = ChildProcess.Start(VexeraExecutable.Built, ["state", "purge", "--sessions"], _folder.Path);
        await purge.Process.WaitForExitAsync(cancellationToken).WaitAsync(EndPatience, cancellationToken);
        if (purge.Process.ExitCode != 0)
            throw new NotMeasuredException($"vexera state purge --sessions ended with {purge.Process.ExitCode}.");
    }

    /// <summary>Ends the process as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        var process = _process;
        _process = null;
        if (process is not null)
            await process.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _folder.Dispose();
    }
}
