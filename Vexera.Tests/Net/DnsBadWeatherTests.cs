using System.Net;
using Vexera.Sandbox.Faults;
using Vexera.Tests.Support;

namespace Vexera.Tests.Net;

/// <summary>A fleet and a REST client that know Discord by name, while the resolver has a bad day.</summary>
public sealed class DnsBadWeatherTests
{
    private const int Shards = 16;
    private static readonly string[] Names = NamedDiscord.Names;

    /// <summary>What the DNS server does while it matters. Its clock stands still: an answer that takes two seconds does not come.</summary>
    public static TheoryData<string, double> Weathers => new()
    {
        { nameof(DnsAnswer.Addresses), 2 },
        { nameof(DnsAnswer.Servfail), 0 },
        { nameof(DnsAnswer.Servfail), 2 },
        { nameof(DnsAnswer.Refused), 0 },
        { nameof(DnsAnswer.Nxdomain), 0 },
        { nameof(DnsAnswer.Silent), 0 },
        { nameof(DnsAnswer.Garbage), 0 },
        { nameof(DnsAnswer.Truncated), 0 },
    };

    [Fact]
    public async Task Start_ManyShards_AsksOnceForEachName()
    {
        await using var discord = await NamedDiscord.ReadyAsync(Shards);

        ShouldHaveAskedForEachName(discord, 1);
        discord.Sandbox.ViolatedRules.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Weathers))]
    public async Task AllSocketsDropped_ResolverBad_EveryShardResumesWithoutWaitingForIt(string answer, double seconds)
    {
        await using var discord = await NamedDiscord.ReadyAsync(Shards);
        discord.Clock.Advance(discord.Options.Freshness);
        discord.Misbehave(new DnsFault { Answer = Enum.Parse<DnsAnswer>(answer), Delay = TimeSpan.FromSeconds(seconds) });

        discord.DropAll();
        await Eventually.UntilAsync(() => discord.Resumes >= Shards && discord.AllReady);

        discord.Resumes.ShouldBe(Shards);
        discord.Probe.Total(discord.Probe.Metrics.Identifies).ShouldBe(Shards);
        (await discord.Rest.Users.GetCurrentAsync(TestContext.Current.CancellationToken)).Username.ShouldNotBeEmpty();
        ShouldHaveAskedAtMost(discord, 2);
        discord.Sandbox.ViolatedRules.ShouldBeEmpty();
    }

    [Fact]
    public async Task AllSocketsDropped_AgainAndAgainWhileTheResolverFlaps_AsksOnceInFreshness()
    {
        await using var discord = await NamedDiscord.ReadyAsync(Shards);
        discord.Misbehave(new DnsFault { Answer = DnsAnswer.Servfail, Every = 2 });
        for (var period = 1; period <= 3; period++)
        {
            discord.Clock.Advance(discord.Options.Freshness);
            for (var round = 0; round < 2; round++)
            {
                var before = discord.Resumes;
                discord.DropAll();
                await Eventually.UntilAsync(() => discord.Resumes >= before + Shards && discord.AllReady);
            }

            ShouldHaveAskedAtMost(discord, 1 + period);
        }

        discord.Probe.Total(discord.Probe.Metrics.Identifies).ShouldBe(Shards);
    }

    [Fact]
    public async Task AllSocketsDropped_SlowResolverAndMovedHost_ResumesAsSoonAsTheAnswerIsThere()
    {
        await using var discord = await NamedDiscord.ReadyAsync(1);
        discord.Clock.Advance(discord.Options.Freshness);

        // Learns an address where nobody listens, as if it had been right yesterday.
        discord.Misbehave(new DnsFault { Addresses = [IPAddress.Parse("127.0.0.99")], Count = Names.Length * 2 });
        await AskForAllAsync(discord);
        discord.Clock.Advance(discord.Options.Freshness);
        discord.Misbehave(new DnsFault { Delay = TimeSpan.FromSeconds(2) });
        var identifies = discord.Probe.Total(discord.Probe.Metrics.Identifies);
        discord.DropAll();
        await Eventually.UntilAsync(() => discord.Questions[(Names[2], "A")] == 3);
        discord.Resumes.ShouldBe(0);

        discord.Sandbox.Clock.Advance(TimeSpan.FromSeconds(2));

        await Eventually.UntilAsync(() => discord.Resumes == 1 && discord.AllReady);
        discord.Probe.Total(discord.Probe.Metrics.Identifies).ShouldBe(identifies);
        ShouldHaveAskedAtMost(discord, 3);
    }

    private static async Task AskForAllAsync(NamedDiscord discord)
    {
        foreach (var name in Names)
        {
            var found = await discord.Addresses.ResolveAsync(name, TestContext.Current.CancellationToken);
            var newest = found.Newer is { } newer ? await newer : found.Known;
            newest.ShouldNotBeNull().ShouldHaveSingleItem().ShouldBe(IPAddress.Parse("127.0.0.99"));
        }
    }

    private static void ShouldHaveAskedForEachName(NamedDiscord discord, long times)
    {
        foreach (var name in Names)
        {
            discord.Questions[(name, "A")].ShouldBe(times);
            discord.Questions[(name, "AAAA")].ShouldBe(times);
        }
    }

    private static void ShouldHaveAskedAtMost(NamedDiscord discord, long times) =>
        discord.Questions.Values.ShouldAllBe(asked => asked <= times);
}
