using Microsoft.Extensions.DependencyInjection;
using Vexera.Sandbox;
using Vexera.Sandbox.Stats;
using Vexera.Sandbox.World.Demo;
using Vexera.Tests.Support;

namespace Vexera.Tests.Restarts;

/// <summary>The real bot on the sandbox is stopped or killed, and started anew, while people go on.</summary>
public sealed class RestartTests
{
    private const int Shards = 3;

    [Fact]
    public async Task Bot_StoppedAndStartedWhilePeopleTalk_ResumesAndAnswersEachCallOnce()
    {
        await using var bot = await CreateAsync();
        using var people = new People(bot);
        await people.TalkAsync(calls: 30);

        var talking = people.TalkAsync(calls: 200);
        await bot.StopAsync();
        await bot.StartAsync(People.WithMembers);
        await talking;
        await people.AnsweredAsync();

        await people.ShouldBeKnownAsync();
        people.Conversation.Doubled.ShouldBe(0);
        Stats(bot)["identifies"].ShouldBe(Shards);
        Stats(bot)["resumes"].ShouldBe(Shards);
        Stats(bot).ViolationCount.ShouldBe(0);
    }

    [Fact]
    public async Task Bot_KilledAgainAndAgain_AnswersEachCallOnceAndKnowsAllGuilds()
    {
        await using var bot = await CreateAsync();
        using var people = new People(bot);
        for (var kill = 0; kill < 4; kill++)
        {
            var talking = people.TalkAsync(calls: 60);
            // A kill at another moment each time: after so many answers.
            await people.AnswersAsync(7 + (kill * 11));
            await bot.KillAsync();
            await bot.StartAsync(People.WithMembers);
            await talking;
            await people.AnsweredAsync();
        }

        await people.ShouldBeKnownAsync();
        people.Conversation.Doubled.ShouldBe(0);
        Stats(bot)["identifies"].ShouldBe(Shards);
        Stats(bot).ViolationCount.ShouldBe(0);
    }

    [Fact]
    public async Task Bot_SessionsTooOld_IdentifiesAndReadyReconciles()
    {
        await using var bot = await CreateAsync();
        using var people = new People(bot);
        await people.TalkAsync(calls: 10);
        await people.AnsweredAsync();
        await bot.StopAsync();

        var left = bot.World.Guilds.Of(DemoWorld.BotId).Last();
        bot.World.Members.Remove(left, DemoWorld.BotId);
        for (var change = 0; change < 20; change++)
            people.Changes.Change();
        await bot.ControlAsync("sandbox/faults", new { kind = "invalidate-on-resume", resumable = false, count = Shards });
        await bot.StartAsync(People.WithMembers);

        await people.ShouldBeKnownAsync();
        Stats(bot)["identifies"].ShouldBe(2 * Shards);
        Stats(bot).ViolationCount.ShouldBe(0);
    }

    [Fact]
    public async Task Bot_RemovedFromAGuildWhileDown_ForgetsItAfterTheResume()
    {
        await using var bot = await CreateAsync();
        using var people = new People(bot);
        await bot.PingAsync(bot.Guild.Id);
        await bot.StopAsync();

        bot.World.Members.Remove(bot.World.Guilds.Of(DemoWorld.BotId).Last(), DemoWorld.BotId);
        await bot.StartAsync(People.WithMembers);

        await people.ShouldBeKnownAsync();
        Stats(bot)["identifies"].ShouldBe(Shards);
    }

    private static Task<BotOnSandbox> CreateAsync() => StartedAsync(BotOnSandbox.CreateAsync(
        new SandboxOptions { Guilds = 24, Shards = Shards, MaxConcurrency = Shards, Rest = new SandboxRestOptions { RateLimits = false } },
        start: false));

    private static async Task<BotOnSandbox> StartedAsync(Task<BotOnSandbox> creating)
    {
        var bot = await creating;
        await bot.StartAsync(People.WithMembers);
        return bot;
    }

    private static SandboxStats Stats(BotOnSandbox bot) => bot.Server.Services.GetRequiredService<SandboxStats>();
}
