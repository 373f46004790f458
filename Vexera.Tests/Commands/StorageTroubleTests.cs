using Vexera.Core.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands;

/// <summary>The bot answers while the database takes nothing.</summary>
public sealed class StorageTroubleTests
{
    [Fact]
    public async Task Prefix_DatabaseCannotBeWritten_HoldsAtOnceAndIsWrittenLater()
    {
        await using var rig = new CommandRig();
        var later = rig.Get<DeferredWrites>();
        await later.StartAsync(TestContext.Current.CancellationToken);
        rig.Trouble.WriteFailure = TroubledDatabase.Full;

        (await rig.WriteAsync("+prefix !", TestGuild.Owner)).ShouldHaveSingleItem();
        (await rig.WriteAsync("!ping")).ShouldHaveSingleItem();
        (await rig.WriteAsync("+ping")).ShouldBeEmpty();

        rig.Trouble.WriteFailure = null;
        await Eventually.UntilAsync(() =>
        {
            rig.Time.Advance(DeferredWrites.RetryEvery);
            return later.Count == 0;
        });
        await using var next = new CommandRig(before: rig);
        (await next.WriteAsync("!ping")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Health_DatabaseInTrouble_SaysSinceWhen()
    {
        await using var rig = new CommandRig();
        (await rig.WriteAsync("+health")).ShouldHaveSingleItem().Message!.Content!.ShouldNotContain("database");

        rig.Database.Health.NoteFailure(TroubledDatabase.Full);

        var said = (await rig.WriteAsync("+health", TestGuild.Moderator)).ShouldHaveSingleItem().Message!.Content!;
        said.ShouldContain($"The database takes nothing since <t:{rig.Time.GetUtcNow().ToUnixTimeSeconds()}:R>");
        said.ShouldNotContain("/x.db");
    }
}
