using System.Globalization;
using System.Text.Json;
using Vexera.Benchmarks.Contenders.Programs;
using Vexera.Host.Drills.Processes;

namespace Vexera.Benchmarks.Contenders;

/// <summary>A contender, seen from the benchmark. It obeys one line of input at a time and answers with one line.</summary>
internal sealed class ContenderProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongPatience = TimeSpan.FromMinutes(8);
    private readonly TemporaryFolder _folder = new();
    private readonly ChildProcess _process;

    /// <param name="setup">Who it is and where it goes.</param>
    public ContenderProcess(ContenderSetup setup) => _process = ChildProcess.Start(
        Environment.ProcessPath!,
        [.. ChildProcess.OwnArguments(), ContenderProgram.Command, JsonSerializer.Serialize(setup)],
        _folder.Path);

    /// <summary>Connects all shards and waits until everything has come that comes first.</summary>
    /// <returns>What that took, from the order on.</returns>
    public Task<BootAnswer> BootAsync(CancellationToken cancellationToken) => AskAsync<BootAnswer>(ContenderProgram.Boot, LongPatience, cancellationToken);

    /// <summary>Time since the process was started.</summary>
    public TimeSpan Age => TimeProvider.System.GetElapsedTime(_process.StartedAt);

    /// <summary>Disconnects all shards; it may boot again.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => AskAsync<bool>(ContenderProgram.Stop, Patience, cancellationToken);

    /// <summary>
    /// Has it collect its whole heap. Once after warming up: a collection of the whole heap that is seen later is caused by what
    /// was measured.
    /// </summary>
    public Task SettleAsync(CancellationToken cancellationToken) => AskAsync<bool>(ContenderProgram.Settle, Patience, cancellationToken);

    /// <summary>Measures until so many messages have reached the handler.</summary>
    /// <param name="messages">How many.</param>
    /// <param name="send">Has them sent, once the contender counts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Usage> MeasureAsync(int messages, Func<Task> send, CancellationToken cancellationToken)
    {
        await AskAsync<bool>(string.Create(CultureInfo.InvariantCulture, $"{ContenderProgram.Measure} {messages}"), Patience, cancellationToken);
        await send();
        return await AskAsync<Usage>(ContenderProgram.Measured, LongPatience, cancellationToken);
    }

    /// <summary>What it has seen so far.</summary>
    public Task<Look> LookAsync(CancellationToken cancellationToken) => AskAsync<Look>(ContenderProgram.Look, Patience, cancellationToken);

    /// <summary>Empties its cache of guilds.</summary>
    public Task<LookUps> PurgeAsync(CancellationToken cancellationToken) => AskAsync<LookUps>(ContenderProgram.Purge, Patience, cancellationToken);

    /// <summary>What its look-ups have found so far.</summary>
    public Task<LookUps> LookUpsAsync(CancellationToken cancellationToken) => AskAsync<LookUps>(ContenderProgram.LookUps, Patience, cancellationToken);

    /// <summary>Measures the delays of messages for a while.</summary>
    /// <param name="how">How one guild's handler is stuck meanwhile.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<DelayFigures> DelaysAsync(StuckHow how, int seconds, CancellationToken cancellationToken) => AskAsync<DelayFigures>(
        string.Create(CultureInfo.InvariantCulture, $"{ContenderProgram.Delays} {how} {seconds}"), LongPatience, cancellationToken);

    /// <summary>Records into its meters for a while.</summary>
    /// <param name="seconds">How long.</param>
    /// <param name="perSecond">Recordings a second; 0 for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<StormFigures> StormAsync(int seconds, int perSecond, CancellationToken cancellationToken) => AskAsync<StormFigures>(
        string.Create(CultureInfo.InvariantCulture, $"{ContenderProgram.Storm} {seconds} {perSecond}"), TimeSpan.FromSeconds(seconds) + LongPatience, cancellationToken);

    /// <summary>What it has used.</summary>
    public ProcessSample Sample() => ProcessSample.Of(_process.Process);

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<T> AskAsync<T>(string question, TimeSpan patience, CancellationToken cancellationToken)
    {
        await _process.SendAsync(question);
        var line = await _process.LineAsync(ContenderProgram.Mark, patience, cancellationToken);
        return JsonSerializer.Deserialize<T>(line.Text.AsSpan(ContenderProgram.Mark.Length))!;
    }
}
