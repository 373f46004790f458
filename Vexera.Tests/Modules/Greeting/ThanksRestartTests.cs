using CsCheck;
using Vexera.Core.Discord;
using Vexera.Core.Modules.Greeting;
using Vexera.Core.State;
using Vexera.Tests.Commands;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Greeting;

/// <summary>Thanks are said once, however often the bot is restarted, and wherever it was killed.</summary>
public sealed class ThanksRestartTests
{
    [Fact]
    public async Task Restart_AfterThanks_SaysNothing()
    {
        await using var first = new CommandRig();
        var guild = NewGuilds.Joined(first.Time);
        await first.CreateGuildAsync(guild);

        await using var second = new CommandRig(before: first);

        (await second.CreateGuildAsync(guild)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Restart_GuildAddedMeanwhile_SaysThanksOnce()
    {
        await using var first = new CommandRig();
        await first.CreateGuildAsync(TestGuild.State);

        await using var second = new CommandRig(before: first);
        var guild = NewGuilds.Joined(second.Time);

        (await second.CreateGuildAsync(guild)).ShouldHaveSingleItem();
        (await second.CreateGuildAsync(guild)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Kill_BetweenClaimAndMessage_IsTakenUpWithTheSameChannelAndNonce()
    {
        await using var killed = new CommandRig();
        var guild = NewGuilds.Joined(killed.Time);
        await ClaimAsync(killed, guild, TestGuild.Thread);

        await using var next = new CommandRig(before: killed);
        next.Time.Advance(ThanksLedger.TakeUpWithin - TimeSpan.FromSeconds(1));

        var said = (await next.CreateGuildAsync(guild)).ShouldHaveSingleItem();
        said.Target.ShouldBe(TestGuild.Thread);
        said.Message!.Nonce.ShouldBe("t77");
        said.Message.EnforceNonce.ShouldBe(true);
        (await next.CreateGuildAsync(guild)).ShouldBeEmpty();
        await using var last = new CommandRig(before: killed);
        (await last.CreateGuildAsync(guild)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Kill_BetweenClaimAndMessage_IsLeftAloneWhenDiscordMayHaveForgottenTheNonce()
    {
        await using var killed = new CommandRig();
        var guild = NewGuilds.Joined(killed.Time);
        await ClaimAsync(killed, guild, TestGuild.General);

        await using var next = new CommandRig(before: killed);
        next.Time.Advance(ThanksLedger.TakeUpWithin + TimeSpan.FromSeconds(1));

        (await next.CreateGuildAsync(guild)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Kill_BetweenClaimAndMessageByAClockThatWasAhead_IsLeftAlone()
    {
        await using var killed = new CommandRig();
        var guild = NewGuilds.Joined(killed.Time);
        await ClaimAsync(killed, guild, TestGuild.General);

        // How long ago it was nobody can tell.
        await using var next = new CommandRig(before: killed);
        next.Time.AdjustTime(next.Time.GetUtcNow().AddHours(-1));

        (await next.CreateGuildAsync(guild)).ShouldBeEmpty();
    }

    [Fact]
    public async Task TwoProcesses_AtOnce_ThanksAreSeenOnce()
    {
        await using var one = new CommandRig();
        await using var other = new CommandRig(before: one);
        var guild = NewGuilds.Joined(one.Time);

        await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? one : other).CreateGuildAsync(guild))));

        // One may start between the other's claim and its message and say the same; Discord knows it by the nonce.
        one.Rest.Calls.Select(call => (call.Target, call.Message!.Nonce, call.Message.EnforceNonce)).Distinct()
            .ShouldHaveSingleItem().ShouldBe((TestGuild.General, "t77", true));
    }

    [Fact]
    public async Task KnownGuilds_WrittenInABatch_AreKnownAfterARestart()
    {
        await using var first = new CommandRig();
        await first.StartAsync();
        first.Configure(("Modules:Greeting:Thanks", "false"));
        await first.CreateGuildAsync(NewGuilds.Joined(first.Time, id: 1));
        await first.CreateGuildAsync(NewGuilds.Joined(first.Time, id: 2));
        await first.StopAsync();

        await using var second = new CommandRig(before: first);

        (await second.CreateGuildAsync(NewGuilds.Joined(second.Time, id: 1))).ShouldBeEmpty();
        (await second.CreateGuildAsync(NewGuilds.Joined(second.Time, id: 2))).ShouldBeEmpty();
        (await second.CreateGuildAsync(NewGuilds.Joined(second.Time, id: 3))).ShouldHaveSingleItem();
    }

    [Fact]
    public Task AnyHistory_OfGuildsAndRestarts_ThanksEachNewGuildOnceAndNoOther() =>
        Gen.Int[0, 9].Array[1, 25].SampleAsync(LiveAsync, iter: 20, threads: 1);

    // 0–2: a guild joined before the database. 3–6: one joined after it. Else: killed and started anew.
    private static async Task LiveAsync(int[] history)
    {
        await using var first = new CommandRig();
        var guilds = Enumerable.Range(0, 7).Select(i => i < 3
            ? NewGuilds.JoinedAt(first.Time.GetUtcNow().AddDays(-1), (ulong)i + 1)
            : NewGuilds.Joined(first.Time, (ulong)i + 1)).ToArray();
        var (rig, processes) = (first, new List<CommandRig>());
        foreach (var step in history)
        {
            if (step < guilds.Length)
                await rig.CreateGuildAsync(guilds[step]);
            else
                processes.Add(rig = new CommandRig(before: first));
        }

        foreach (var process in processes)
            await process.DisposeAsync();
        first.Rest.Calls.Select(call => call.Message!.Nonce).Order()
            .ShouldBe(history.Where(step => step is >= 3 and < 7).Distinct().Select(step => $"t{step + 1}").Order());
    }

    private static async Task ClaimAsync(CommandRig rig, GuildState guild, Snowflake channel)
    {
        var ledger = rig.Get<ThanksLedger>();
        await ledger.LoadAsync(TestContext.Current.CancellationToken);
        (await ledger.ClaimAsync(guild.Id, channel, TestContext.Current.CancellationToken)).ShouldBeTrue();
    }
}
