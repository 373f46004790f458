using Vexera.Host.Drills.Processes;

namespace Vexera.Benchmarks.Processes;

/// <summary><c>vexera run</c> on a simulator, with a new database.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private const string ReadyLine = "Shard 0 is ready.";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly TemporaryFolder _folder = new();
    private readonly ChildProcess _process;

    /// <param name="executable">The <c>vexera</c> to run.</param>
    /// <param name="sandbox">What to run it on.</param>
    /// <param name="settings">What to set besides, as <c>PATH=VALUE</c>.</param>
    public BotProcess(string executable, SandboxProcess sandbox, params IEnumerable<string> settings) => _process = ChildProcess.Start(
        executable,
        [
            "run",
            .. settings.Prepend("Dashboard:Urls=http://127.0.0.1:0").Append($"Discord:ApiBaseUrl={new Uri(sandbox.Address, "/api/v10")}")
                .SelectMany(setting => new[] { "--set", setting }),
        ],
        _folder.Path,
        new KeyValuePair<string, string>("DISCORD_TOKEN", sandbox.Client.BotToken));

    /// <summary>
    /// Waits until the bot says that its first shard is ready, which it writes in the same step in which READY is read.
    /// </summary>
    /// <returns>The time since the process was started.</returns>
    public async Task<TimeSpan> ReadyAsync(CancellationToken cancellationToken)
    {
        var line = await _process.LineAsync(ReadyLine, Patience, cancellationToken);
        return TimeProvider.System.GetElapsedTime(_process.StartedAt, line.At);
    }

    /// <summary>What it has used.</summary>
    public ProcessSample Sample() => ProcessSample.Of(_process.Process);

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }
}
