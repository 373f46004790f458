using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Events;
using Vexera.Core.State;
using Vexera.Tests.State.Durable;

namespace Vexera.Tests.State;

/// <summary>The disk is down while every guild changes: what waits is bounded, and nobody is told what was.</summary>
public sealed class JournalBoundTests : IDisposable
{
    private const int Guilds = 400;
    private const int Megabyte = 1024 * 1024;
    private static readonly Member Self = new() { User = StateBench.Bot, Roles = [new Snowflake(7)] };

    private readonly InMemoryStateStore _disk = new();
    private StateBench _bench;

    public JournalBoundTests() => _bench = Start();

    private static IEnumerable<ulong> Ids => Enumerable.Range(10, Guilds).Select(id => (ulong)id);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Keep_DiskDown_HoldsNoMoreThanTheBoundAndNothingOld()
    {
        await ChangeAllWhileTheDiskIsDownAsync();

        _bench.Journal.Bytes.ShouldBeInRange(Megabyte / 2, Megabyte);
        await ShouldAllBeNewAsync();
        _bench.Purge();
        await ShouldAllBeNewAsync();
        _bench.Source.Asked.ShouldBeInRange(1, Guilds - 1);
    }

    [Fact]
    public async Task Keep_DiskDownAndStateAskedOfDiscord_IsAskedOnceWhileItIsInTheCache()
    {
        await ChangeAllWhileTheDiskIsDownAsync();
        _bench.Purge();
        await ShouldAllBeNewAsync();
        var asked = _bench.Source.Asked;

        await ShouldAllBeNewAsync();

        _bench.Source.Asked.ShouldBe(asked);
        _bench.Journal.Bytes.ShouldBeLessThanOrEqualTo(Megabyte);
    }

    [Fact]
    public async Task Commit_DiskIsBack_NothingOfBeforeIsReadAfterARestart()
    {
        await ChangeAllWhileTheDiskIsDownAsync();
        _disk.Fails = false;
        await _bench.CommitAsync();
        _bench.Dispose();

        _bench = Start();

        await ShouldAllBeNewAsync();
        _bench.Source.Asked.ShouldBeInRange(1, Guilds - 1);
    }

    private StateBench Start()
    {
        var bench = new StateBench(store: _disk, journalMegabytes: 1);
        bench.Self.Learn(StateBench.Bot, new Application { Id = new Snowflake(98) });
        bench.Source.Answer = id => Task.FromResult<GuildSnapshot?>(new GuildSnapshot(Guild(id.Value, "new"), [.. Channels], Self));
        return bench;
    }

    private static Channel[] Channels { get; } = [.. Enumerable.Range(1, 200).Select(id => StateBench.ChannelOf((ulong)id, name: $"a channel with the number {id}"))];

    private static Guild Guild(ulong id, string name) => StateBench.GuildOf(id, Channels) with { Name = name };

    // Every guild is on disk as it was, and has changed since.
    private async Task ChangeAllWhileTheDiskIsDownAsync()
    {
        foreach (var id in Ids)
        {
            _bench.Apply(new GuildCreateEvent(Guild(id, "old")));
            if (_bench.Journal.Bytes > Megabyte / 2)
                await _bench.CommitAsync();
        }

        await _bench.CommitAsync();
        _disk.Fails = true;
        foreach (var id in Ids)
            await _bench.ApplyAsync(new GuildUpdateEvent(Guild(id, "new")));
    }

    private async Task ShouldAllBeNewAsync()
    {
        foreach (var id in Ids)
        {
            var state = (await _bench.Guilds.FindAsync(new Snowflake(id), TestContext.Current.CancellationToken)).ShouldNotBeNull();
            state.Name.ShouldBe("new", $"guild {id}");
            state.Channels.Count.ShouldBe(Channels.Length);
        }
    }
}
