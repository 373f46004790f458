using Vexera.Core.Modules.Greeting;
using Vexera.Tests.Commands;
using Vexera.Tests.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Greeting;

/// <summary>Without a claim on the disk nothing is said; when the disk takes it, it is said once.</summary>
public sealed class ThanksTroubleTests
{
    [Fact]
    public async Task Join_DatabaseCannotBeWritten_IsThankedOnceWhenItCan()
    {
        await using var rig = new CommandRig();
        await rig.Get<UndecidedThanks>().StartAsync(TestContext.Current.CancellationToken);
        await rig.Database.EnsureReadyAsync();
        var guild = NewGuilds.Joined(rig.Time);
        rig.Trouble.WriteFailure = TroubledDatabase.Full;
        (await rig.CreateGuildAsync(guild)).ShouldBeEmpty();
        (await rig.CreateGuildAsync(guild)).ShouldBeEmpty();

        rig.Trouble.WriteFailure = null;
        await ThankedAsync(rig);

        (await rig.CreateGuildAsync(guild)).ShouldBeEmpty();
        rig.Rest.Calls.Count(IsThanks).ShouldBe(1);
    }

    [Fact]
    public async Task Join_DatabaseCannotBeRead_IsThankedOnceWhenItCan()
    {
        await using var rig = new CommandRig();
        await rig.Get<UndecidedThanks>().StartAsync(TestContext.Current.CancellationToken);
        await rig.Database.EnsureReadyAsync();
        rig.Trouble.ReadFailure = TroubledDatabase.Full;
        (await rig.CreateGuildAsync(NewGuilds.Joined(rig.Time))).ShouldBeEmpty();

        rig.Trouble.ReadFailure = null;
        await ThankedAsync(rig);

        rig.Rest.Calls.Count(IsThanks).ShouldBe(1);
    }

    [Fact]
    public async Task Join_ProcessEndsBeforeTheDatabaseCanBeWritten_IsThankedByTheNext()
    {
        await using var first = new CommandRig();
        await first.Database.EnsureReadyAsync();
        var guild = NewGuilds.Joined(first.Time);
        first.Trouble.WriteFailure = TroubledDatabase.Full;
        (await first.CreateGuildAsync(guild)).ShouldBeEmpty();

        await using var second = new CommandRig(before: first);

        (await second.CreateGuildAsync(guild)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Join_BotStopsWhenTheDatabaseIsWellAgain_IsThankedBefore()
    {
        await using var rig = new CommandRig();
        await rig.Get<UndecidedThanks>().StartAsync(TestContext.Current.CancellationToken);
        await rig.Database.EnsureReadyAsync();
        rig.Trouble.WriteFailure = TroubledDatabase.Full;
        (await rig.CreateGuildAsync(NewGuilds.Joined(rig.Time))).ShouldBeEmpty();

        rig.Trouble.WriteFailure = null;
        await rig.Get<UndecidedThanks>().StopAsync(TestContext.Current.CancellationToken);

        rig.Rest.Calls.Count(IsThanks).ShouldBe(1);
    }

    [Fact]
    public async Task Join_ManyWhileTheDatabaseIsInTrouble_AreAllThankedOnce()
    {
        await using var rig = new CommandRig();
        await rig.Get<UndecidedThanks>().StartAsync(TestContext.Current.CancellationToken);
        await rig.Database.EnsureReadyAsync();
        rig.Trouble.WriteFailure = TroubledDatabase.Full;
        for (var id = 100ul; id < 120; id++)
            await rig.CreateGuildAsync(NewGuilds.Joined(rig.Time, id));

        rig.Trouble.WriteFailure = null;
        await ThankedAsync(rig, 20);

        rig.Rest.Calls.Where(IsThanks).Select(call => call.Message!.Nonce).ShouldBeUnique();
    }

    private static bool IsThanks(RestCall call) => call.Message?.Nonce is { } nonce && nonce.StartsWith('t');

    private static Task ThankedAsync(CommandRig rig, int times = 1) => Eventually.UntilAsync(() =>
    {
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        return rig.Rest.Calls.Count(IsThanks) >= times;
    });
}
