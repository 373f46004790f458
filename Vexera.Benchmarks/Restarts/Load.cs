using Vexera.Host.Drills.Bot;
using Vexera.Host.Drills.Processes;
using Vexera.Sandbox;
using Vexera.Sandbox.World.Demo;

namespace Vexera.Benchmarks.Restarts;

/// <summary>Numbered messages, calls of a command and changes of guilds, all at once, until it is paused.</summary>
internal sealed class Load : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan QuietPatience = TimeSpan.FromMinutes(1);
    private readonly SandboxClient _client;
    private readonly WorldChanges _changes;
    private readonly StateComparison _comparison;
    private readonly Random _random;
    private readonly int _rate;
    private CancellationTokenSource _pausing = new();
    private Task _running = Task.CompletedTask;

    /// <param name="server">The simulator.</param>
    /// <param name="client">Talks to it.</param>
    /// <param name="rate">Numbered messages in a second.</param>
    /// <param name="random">Chooses where what happens.</param>
    public Load(SandboxServer server, SandboxClient client, int rate, Random random)
    {
        (_client, _rate, _random) = (client, rate, random);
        Conversation = new Conversation(server.World, DemoWorld.BotId, guilds: 50);
        _changes = new WorldChanges(server.World, DemoWorld.BotId, random);
        _comparison = new StateComparison(server.World, DemoWorld.BotId);
    }

    /// <summary>The calls.</summary>
    public Conversation Conversation { get; }

    /// <summary>The number of the last message.</summary>
    public long Sent { get; private set; }

    /// <summary>Begins, or goes on.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _client.StartTrafficAsync(new { eventsPerSecond = _rate }, cancellationToken);
        _pausing = new CancellationTokenSource();
        _running = RunAsync(_pausing.Token);
    }

    /// <summary>Pauses, and waits until the bot has caught up: every call answered, every guild on disk as it is.</summary>
    /// <returns>What still differs after a minute; nothing when all is well.</returns>
    public async Task<IReadOnlyList<string>> PauseAsync(DrilledBot bot, CancellationToken cancellationToken)
    {
        await EndAsync();
        Sent = await _client.StopTrafficAsync(cancellationToken);
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var differences = _comparison.Differences(bot.Database);
            var isLate = TimeProvider.System.GetElapsedTime(began) > QuietPatience;
            if (isLate || (differences.Count == 0 && Conversation.Unanswered == 0 && bot.Handled.Distinct == Sent))
                return differences;
            await Task.Delay(Beat * 5, TimeProvider.System, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _pausing.Dispose();
        Conversation.Dispose();
    }

    private async Task EndAsync()
    {
        await _pausing.CancelAsync();
        await _running;
    }

    private async Task RunAsync(CancellationToken pausing)
    {
        while (!pausing.IsCancellationRequested)
        {
            Conversation.Ask(_random);
            _changes.Change();
            await Task.Delay(Beat, TimeProvider.System, pausing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
