using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Core.Commands.Durations;
using Vexera.Core.Commands.Nodes;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Commands.Switches;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Escalation;
using Vexera.Core.Modules.Settings;
using Vexera.Core.Storage;
using Vexera.Tests.Commands;
using Vexera.Tests.Commands.Nodes;
using Vexera.Tests.Storage;
using Vexera.Tests.Storage.Contracts;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Settings;

/// <summary>Whatever a server has set, its file sets the same elsewhere; a file that is damaged sets nothing. On either engine.</summary>
public abstract class SettingsRoundTripContract : StorageContract
{
    private static readonly Gen<NodeSubject> AnySubject = Gen.OneOf(
        Gen.Const(new NodeSubject(NodeTier.Everyone, TestGuild.Id)),
        Gen.ULong[30, 31].Select(TestNodes.Role),
        Gen.ULong[2, 3].Select(TestNodes.User));

    private static readonly Gen<EscalationRule> AnyEscalation = Gen.Select(
        Gen.Long[1, 100], AnyLength, OneOf(CaseType.Mute, CaseType.Kick, CaseType.Ban), AnyLength, Gen.Bool,
        (warnings, within, action, lasts, ends) => new EscalationRule(warnings, within, action, ends && action != CaseType.Kick ? lasts : null));

    private static Gen<Duration> AnyLength => Gen.Select(Gen.Int[0, 30], Gen.Int[1, 1_000_000]).Select((months, seconds) =>
        Duration.TryParse($"{months}mo{seconds}s", out var length) ? length : throw new InvalidOperationException("no length"));

    [Fact]
    public async Task ExportThenImport_AnySettings_SetsTheSame()
    {
        await using var from = Rig();
        await using var to = Rig(Open());
        // The buttons are pressed by their English names, whatever language the server has.
        await to.SayAsync("+userlocale en");
        var nodes = from.Get<NodeCatalog>().All;
        var switchable = nodes.Where(node => !node.Equals(NodePattern.Everything) && !from.Get<GuildSwitches>().IsEssential(node)).ToArray();
        var any = Gen.Select(
            Gen.Select(AnySubject, OneOf([.. nodes]), Gen.Bool).List[0, 12],
            AnyEscalation.List[0, 5],
            OneOf(switchable.Where(node => !node.Text.StartsWith("server", StringComparison.Ordinal)).ToArray()).List[0, 4],
            OneOf(null, "!", "", "x\"<"),
            OneOf(null, "de", "fr"),
            Gen.Bool);

        await any.SampleAsync(
            async all =>
            {
                await SetAsync(from, all.Item1, all.Item2, [
                    ("prefix", all.Item4), ("locale", all.Item5), ("modlog", all.Item6 ? TestGuild.General.ToString() : null),
                    (GuildSwitches.Setting, GuildSwitches.Write(all.Item3))]);
                var file = await ExportAsync(from);

                await to.ImportAsync(file, line: "<@100> settings import");

                (await ExportAsync(to)).ShouldBe(file);
                to.Time.Advance(TimeSpan.FromMinutes(1));
            },
            iter: 15,
            threads: 1);
    }

    [Theory]
    [InlineData("\"effect\": \"deny\"", "\"effect\": \"dney\"")]
    [InlineData("\"node\": \"basics.about\"", "\"node\": \"basics.abuot\"")]
    [InlineData("\"for\": \"user:3\"", "\"for\": \"user:\"")]
    [InlineData("\"warnings\": 3", "\"warnings\": \"3\"")]
    [InlineData("\"modlog\": \"20\"", "\"modlog\": \"2\"")]
    [InlineData("\"permissions\": [", "\"permissions\": ")]
    [InlineData("\"version\": 1", "\"version\": 2")]
    [InlineData("\"basics.ping\"", "\"basics.pong\"")]
    [InlineData("\"prefix\": \"!\"", "\"prefix\": \"! !\"")]
    [InlineData("\"prefix\"", "\"perfix\"")]
    public async Task Import_OfADamagedFile_ChangesNothing(string whole, string damaged)
    {
        await using var from = Rig();
        await using var to = Rig(Open());
        var rule = (TestNodes.User(3), TestNodes.Pattern("basics.about"), false);
        var escalation = new EscalationRule(3, Length("1d"), CaseType.Kick, null);
        await SetAsync(from, [rule], [escalation], [("prefix", "!"), ("modlog", "20"), (GuildSwitches.Setting, "basics.ping")]);
        await SetAsync(to, [(TestNodes.User(2), TestNodes.Pattern("basics.*"), true)], [], [("prefix", "+")]);
        var (file, before) = (await ExportAsync(from), await ExportAsync(to));
        file.ShouldContain(whole);

        (await to.ImportAsync(file.Replace(whole, damaged, StringComparison.Ordinal))).ShouldStartWith("Nothing was changed.");

        (await ExportAsync(to)).ShouldBe(before);
    }

    [Fact]
    public async Task Import_OnePartCannotBeWritten_ChangesNothing()
    {
        var last = new TestPart { Write = () => throw TroubledDatabase.Full };
        await using var to = Rig(Open(), last);
        await SetAsync(to, [(TestNodes.User(2), TestNodes.Pattern("basics.*"), true)], [], [("prefix", "?")]);
        var before = await ExportAsync(to);

        var answer = await to.ImportAsync(
            """
            {"version":1,"settings":{"prefix":"!"},"disabledCommands":["basics.ping"],"permissions":[],"test":0,
             "moderation":{"modlog":"20","escalation":[{"warnings":3,"within":"30d","action":"kick"}]}}
            """,
            line: "?settings import");

        answer.ShouldStartWith("I cannot get at the settings of this server right now");
        last.Writes.ShouldBe(1);
        (await ExportAsync(to)).ShouldBe(before);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Duration Length(string text) => Duration.TryParse(text, out var length) ? length : throw new InvalidOperationException(text);

    private static async Task SetAsync(
        CommandRig rig,
        IEnumerable<(NodeSubject Subject, NodePattern Node, bool Allows)> rules,
        IEnumerable<EscalationRule> escalations,
        IEnumerable<(string Name, string? Value)> settings)
    {
        var nodes = rules.Aggregate(GuildNodes.None, (all, one) => all.With(new NodeRule(
            one.Subject, one.Node, one.Allows ? NodeEffect.Allow : NodeEffect.Deny, new Snowflake(9), DateTimeOffset.UnixEpoch)));
        await rig.Get<INodeRules>().ChangeAsync(TestGuild.Id, _ => nodes, Patience);
        await rig.Get<IDatabase>().WriteAsync(
            connection => EscalationStore.ReplaceAsync(connection, TestGuild.Id, escalations.DistinctBy(rule => rule.Warnings)), Patience);
        foreach (var (name, value) in settings)
            await rig.Get<IGuildSettings>().SetAsync(TestGuild.Id, name, value, Patience);
    }

    private static Task<string> ExportAsync(CommandRig rig) => rig.Get<SettingsFile>().WriteAsync(TestGuild.Id, Patience);

    private static CommandRig Rig(Database? database = null, IGuildSettingsPart? more = null)
    {
        var rig = new CommandRig(services =>
        {
            if (database is not null)
                services.AddSingleton<IDatabase>(database);
            if (more is not null)
                services.AddSingleton(more);
        });
        rig.Guilds.Set(TestGuild.State with
        {
            Roles = TestGuild.State.Roles.SetItem(
                TestGuild.BotRole, TestGuild.State.Roles[TestGuild.BotRole] with { Permissions = Permission.EmbedLinks }),
        });
        return rig;
    }
}

public sealed class SqliteSettingsRoundTripTests : SettingsRoundTripContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewSqliteAsync();
}

public sealed class PostgresSettingsRoundTripTests : SettingsRoundTripContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewPostgresAsync();
}
