using CsCheck;

namespace Vexera.Tests.State;

/// <summary>
/// Any run of events, late events of ended sessions, replays, purges, commits, failures of the disk and restarts from it ends in
/// what a plain model of the guilds holds.
/// </summary>
public sealed class StateModelTests
{
    private static readonly Gen<ulong> Guild = Gen.ULong[10, 12];
    private static readonly Gen<ulong> Id = Gen.ULong[100, 104];

    private static readonly Gen<Action<StateWorld>> Step = Gen.OneOf(
        Gen.Select(Guild, Id, (guild, id) => new Action<StateWorld>(world => world.PutRole(guild, id))),
        Gen.Select(Guild, Id, (guild, id) => new Action<StateWorld>(world => world.RemoveRole(guild, id))),
        Gen.Select(Guild, Id, (guild, id) => new Action<StateWorld>(world => world.PutChannel(guild, id))),
        Gen.Select(Guild, Id, (guild, id) => new Action<StateWorld>(world => world.RemoveChannel(guild, id))),
        Gen.Select(Guild, Id, Gen.ULong[200, 204], Gen.Bool, (guild, id, thread, archived) => new Action<StateWorld>(world => world.PutThread(guild, id, thread, archived))),
        Gen.Select(Guild, Id, Gen.ULong[200, 204].Array[0, 3], (guild, id, threads) => new Action<StateWorld>(world => world.SyncThreads(guild, id, threads))),
        Guild.Select(guild => new Action<StateWorld>(world => world.Rename(guild))),
        Guild.Select(guild => new Action<StateWorld>(world => world.GiveBotRole(guild))),
        Guild.Select(guild => new Action<StateWorld>(world => world.Send(guild))),
        Guild.Select(guild => new Action<StateWorld>(world => world.Lose(guild))),
        Guild.Select(guild => new Action<StateWorld>(world => world.Leave(guild))),
        Guild.Array[0, 3].Select(left => new Action<StateWorld>(world => world.BeginSession(left))),
        Gen.Select(Guild, Id, (guild, id) => new Action<StateWorld>(world => world.LateEvent(guild, id))),
        Guild.Select(guild => new Action<StateWorld>(world => world.SomebodyJoins(guild))),
        Guild.Select(guild => new Action<StateWorld>(world => world.SomebodyGoes(guild))),
        Gen.Int[1, 10].Select(count => new Action<StateWorld>(world => world.DropAndResume(count))),
        Guild.Select(guild => new Action<StateWorld>(world => world.LookUp(guild))),
        Gen.Const(new Action<StateWorld>(world => world.Purge())),
        Gen.Const(new Action<StateWorld>(world => world.Commit())),
        Gen.Bool.Select(fails => new Action<StateWorld>(world => world.DiskFails(fails))),
        Gen.Const(new Action<StateWorld>(world => world.CrashAndResume())),
        Guild.Array[0, 5].Select(lookUps => new Action<StateWorld>(world => world.CrashPurgeTheDiskAndResume(lookUps))),
        Gen.Const(new Action<StateWorld>(world => world.PurgeTheDiskAndStart())));

    [Fact]
    public void AnyRun_Always_EndsInWhatTheModelHolds() => Step.Array[1, 60].Sample(steps =>
    {
        using var world = new StateWorld();
        foreach (var step in steps)
            step(world);
        world.Compare();
    });
}
