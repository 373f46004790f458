using Vexera.Benchmarks.Restarts;
using Vexera.Sandbox.World.Demo;
using Vexera.Tests.Support;

namespace Vexera.Tests.Restarts;

/// <summary>People who call a command again and again, while guilds change.</summary>
internal sealed class People : IDisposable
{
    /// <summary>The setting with which the bot hears of all that changes here.</summary>
    public static readonly (string, string) WithMembers =
        ("Gateway__Intents", "Guilds, GuildMembers, GuildMessages, DirectMessages, MessageContent");

    private readonly BotOnSandbox _bot;
    private readonly Random _random = new(7);

    public People(BotOnSandbox bot)
    {
        _bot = bot;
        Conversation = new Conversation(bot.World, DemoWorld.BotId, guilds: 12);
        Changes = new WorldChanges(bot.World, DemoWorld.BotId, _random);
    }

    public Conversation Conversation { get; }

    public WorldChanges Changes { get; }

    /// <summary>Makes so many calls, a few at once, and a change of a guild with each.</summary>
    public async Task TalkAsync(int calls)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        for (var call = 0; call < calls; call++)
        {
            Conversation.Ask(_random);
            Changes.Change();
            await beat.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Waits until so many more calls have been answered.</summary>
    public Task AnswersAsync(int more)
    {
        var before = Answered;
        return _bot.UntilAsync(() => Answered >= before + more);
    }

    /// <summary>Waits until all calls have been answered.</summary>
    public Task AnsweredAsync() => _bot.UntilAsync(() => Conversation.Unanswered == 0);

    /// <summary>
    /// Stops the bot and holds what it knows, which it leaves on disk then, to the world; that tells it nothing new meanwhile.
    /// </summary>
    public async Task ShouldBeKnownAsync()
    {
        var comparison = new StateComparison(_bot.World, DemoWorld.BotId);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var patience = 600; patience > 0 && comparison.Differences(_bot.File("data/vexera.db")).Count > 0; patience--)
            await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        await _bot.StopAsync();
        comparison.Differences(_bot.File("data/vexera.db")).ShouldBeEmpty();
    }

    public void Dispose() => Conversation.Dispose();

    private int Answered => Conversation.Asked - Conversation.Unanswered;
}
