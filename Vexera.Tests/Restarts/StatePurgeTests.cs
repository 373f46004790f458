using Microsoft.Extensions.DependencyInjection;
using Vexera.Host.Cli;
using Vexera.Sandbox;
using Vexera.Sandbox.Stats;
using Vexera.Tests.Support;

namespace Vexera.Tests.Restarts;

/// <summary><c>vexera state purge</c> at a bot that runs and at one that is stopped, while people go on.</summary>
public sealed class StatePurgeTests
{
    private const int Shards = 2;

    [Fact]
    public async Task Purge_AgainAndAgainWhilePeopleTalk_NobodySeesAnything()
    {
        await using var bot = await CreateAsync();
        using var people = new People(bot);
        await people.TalkAsync(calls: 20);

        var talking = people.TalkAsync(calls: 200);
        var purges = 0;
        for (; !talking.IsCompleted; purges++)
            (await PurgeAsync(bot)).ShouldStartWith("Emptied the memory of the running bot");
        await talking;
        await people.AnsweredAsync();

        purges.ShouldBeGreaterThan(1);
        people.Conversation.Doubled.ShouldBe(0);
        Stats(bot).ViolationCount.ShouldBe(0);
        await people.ShouldBeKnownAsync();
    }

    [Fact]
    public async Task Purge_WhileStopped_WhatHappenedMeanwhileIsReplayedAndAnsweredOnce()
    {
        await using var bot = await CreateAsync();
        using var people = new People(bot);
        await people.TalkAsync(calls: 20);
        await people.AnsweredAsync();
        await bot.StopAsync();

        (await PurgeAsync(bot)).ShouldStartWith("Emptied the states of");
        await people.TalkAsync(calls: 30);
        await bot.StartAsync(People.WithMembers);
        await people.AnsweredAsync();

        people.Conversation.Doubled.ShouldBe(0);
        Stats(bot)["identifies"].ShouldBe(Shards);
        Stats(bot)["resumes"].ShouldBe(Shards);
        Stats(bot).ViolationCount.ShouldBe(0);
    }

    [Fact]
    public async Task PurgeSessions_WhileStopped_IdentifiesAndIsSentEveryGuild()
    {
        await using var bot = await CreateAsync();
        using var people = new People(bot);
        await bot.StopAsync();

        (await PurgeAsync(bot, "--sessions")).ShouldStartWith("Emptied the states of");
        await bot.StartAsync(People.WithMembers);

        await people.ShouldBeKnownAsync();
        Stats(bot)["identifies"].ShouldBe(2 * Shards);
    }

    [Fact]
    public async Task PurgeSessions_WhileRunning_IsRefused()
    {
        await using var bot = await CreateAsync();

        var (exitCode, _, error) = await InvokeAsync(bot, "--sessions");

        exitCode.ShouldBe(64);
        error.ShouldContain("Stop it first");
    }

    private static async Task<BotOnSandbox> CreateAsync()
    {
        var bot = await BotOnSandbox.CreateAsync(
            new SandboxOptions { Guilds = 16, Shards = Shards, MaxConcurrency = Shards, Rest = new SandboxRestOptions { RateLimits = false } },
            start: false);
        await bot.StartAsync(People.WithMembers);
        return bot;
    }

    private static SandboxStats Stats(BotOnSandbox bot) => bot.Server.Services.GetRequiredService<SandboxStats>();

    private static async Task<string> PurgeAsync(BotOnSandbox bot, params string[] more)
    {
        var (exitCode, output, error) = await InvokeAsync(bot, more);
        exitCode.ShouldBe(0, error);
        return output;
    }

    private static async Task<(int ExitCode, string Out, string Error)> InvokeAsync(BotOnSandbox bot, params string[] more)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await new CommandLine(new Terminal(output, error)).InvokeAsync(
            ["state", "purge", "--set", $"Storage:Path={bot.File("data/vexera.db")}", .. more], TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), error.ToString());
    }
}
