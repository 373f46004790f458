using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Vexera.Core.Commands;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Discord;
using Vexera.Core.Storage;
using Vexera.Tests.Commands.Nodes;

namespace Vexera.Tests.Storage.Contracts;

/// <summary>Permission rules, on either engine.</summary>
public abstract class NodeRuleContract : StorageContract
{
    private static readonly Snowflake Guild = new((1UL << 63) + 5);
    private static readonly NodeSubject Everyone = new(NodeTier.Everyone, Guild);
    private static readonly NodeSubject User = new(NodeTier.User, new Snowflake(ulong.MaxValue));

    [Fact]
    public async Task Rules_SetChangedAndRemoved_AreReadAfterARestart()
    {
        var database = Open();
        var kept = Rule(User, "basics.*", NodeEffect.Allow);
        var gone = Rule(Everyone, "*", NodeEffect.Deny);
        var store = Store(database);
        await store.ChangeAsync(Guild, nodes => nodes.With(kept with { Effect = NodeEffect.Deny }).With(gone), Patience);
        await store.ChangeAsync(new Snowflake(2), nodes => nodes.With(gone), Patience);
        await store.ChangeAsync(Guild, nodes => nodes.With(kept).Without(rule => rule.Subject == Everyone), Patience);
        await CloseAsync(database);

        var next = Store(Open());

        (await next.ReadAsync(Guild, Patience)).Rules.ShouldBe([kept]);
        (await next.ReadAsync(new Snowflake(2), Patience)).Rules.ShouldBe([gone]);
        (await next.ReadAsync(new Snowflake(3), Patience)).ShouldBe(GuildNodes.None);
    }

    [Fact]
    public async Task Rules_AsManyAsAGuildMayHave_AreWrittenAndRead()
    {
        var database = Open();
        var rules = Enumerable.Range(1, 500).Select(id => Rule(new NodeSubject(NodeTier.Role, new Snowflake((ulong)id)), "basics.ping", NodeEffect.Deny));
        await Store(database).ChangeAsync(Guild, _ => new GuildNodes(rules), Patience);
        await CloseAsync(database);

        (await Store(Open()).ReadAsync(Guild, Patience)).Rules.Count.ShouldBe(500);
    }

    [Fact]
    public async Task Rules_Locked_HoldInMemoryAndAreWrittenLater()
    {
        var database = Open();
        await database.EnsureReadyAsync();
        using var later = Later(database);
        var store = new NodeRuleStore(database, later, new GuildTurns(), Options.Create(new CommandsOptions()), NullLogger<NodeRuleStore>.Instance);
        await store.ChangeAsync(Guild, nodes => nodes.With(Rule(Everyone, "*", NodeEffect.Deny)), Patience);
        await using (await Site.LockAsync())
        {
            (await store.ChangeAsync(Guild, nodes => nodes.With(Rule(Everyone, "*", NodeEffect.Allow)), Patience)).ShouldBeFalse();

            (await store.ReadAsync(Guild, Patience)).Rules.ShouldHaveSingleItem().Effect.ShouldBe(NodeEffect.Allow);
        }

        await later.StopAsync(Patience);

        (await Store(database).ReadAsync(Guild, Patience)).Rules.ShouldHaveSingleItem().Effect.ShouldBe(NodeEffect.Allow);
    }

    private NodeRule Rule(NodeSubject subject, string node, NodeEffect effect) =>
        new(subject, TestNodes.Pattern(node), effect, new Snowflake(7), Time.GetUtcNow());

    private DeferredWrites Later(Database database) => new(database, Health, Time, NullLogger<DeferredWrites>.Instance);

    private NodeRuleStore Store(Database database) =>
        new(database, Later(database), new GuildTurns(), Options.Create(new CommandsOptions()), NullLogger<NodeRuleStore>.Instance);
}

public sealed class SqliteNodeRuleTests : NodeRuleContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewSqliteAsync();
}

public sealed class PostgresNodeRuleTests : NodeRuleContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewPostgresAsync();
}
