using Vexera.Core.Discord.Entities;
using Vexera.Tests.Commands;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Cache;

public sealed class CacheTests
{
    [Fact]
    public async Task Purge_ByTheOwner_EmptiesTheCacheAndSaysWhatThatMeans()
    {
        await using var rig = Rig();

        var answer = (await rig.WriteAsync("+cache purge", TestGuild.Owner)).Last(call => call.Name == "create");

        rig.Guilds.Purges.ShouldBe(1);
        answer.Message!.Content.ShouldBe("Done. I let go of 1,234 servers in memory; what is needed next is read from the database.");
    }

    [Fact]
    public async Task Purge_NotTheOwner_IsRefused()
    {
        await using var rig = Rig();

        var answer = (await rig.WriteAsync("+cache purge")).Last(call => call.Name == "create");

        answer.Message!.Content!.ShouldContain("owner");
        rig.Guilds.Purges.ShouldBe(0);
    }

    [Fact]
    public async Task Cache_WithoutSayingWhat_EmptiesNothing()
    {
        await using var rig = Rig();

        await rig.WriteAsync("+cache", TestGuild.Owner);

        rig.Guilds.Purges.ShouldBe(0);
    }

    private static CommandRig Rig()
    {
        var rig = new CommandRig();
        rig.Rest.Application = new Application { Id = FakeSelf.Id, Owner = TestGuild.Owner };
        return rig;
    }
}
