using Vexera.Core.Commands.Nodes;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.State;
using Vexera.Tests.Commands;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Permissions;

/// <summary>Two bots that are asked the same, one by prefix and one by the slash menu, and must say the same.</summary>
internal sealed class PermsRig : IAsyncDisposable
{
    public static readonly Role Seniors = new() { Id = new Snowflake(40), Name = "Seniors", Permissions = Permission.None, Position = 3 };
    public static readonly Role Helpers = new() { Id = new Snowflake(41), Name = "Helpers", Permissions = Permission.None, Position = 0 };
    public static readonly User Senior = new() { Id = new Snowflake(4), Username = "senior" };
    public static readonly User Helper = new() { Id = new Snowflake(5), Username = "helper" };
    public static readonly User Gone = new() { Id = new Snowflake(6), Username = "gone" };

    public PermsRig()
    {
        (Typing, Picking) = (Rig(), Rig());
    }

    public CommandRig Typing { get; }

    public CommandRig Picking { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Calls a sub-command; what both forms say, the slash form's sign written as the prefix.</summary>
    public async Task<string> AskAsync(User user, string name, params (string Name, string Value)[] options)
    {
        var line = string.Join(' ', options.Select(option => option.Value).Prepend($"+perms {name}"));
        var typed = (await Typing.WriteAsync(line, user)).Select(call => call.Message!.Content!);
        var picked = (await Picking.SlashAsync(
            $"perms {name}", [.. options.Select(option => (option.Name, (object)Picked(option.Value)))], user, resolved: Resolved())).Select(call => call.Message!.Content!);
        var said = string.Join('\n', typed);
        string.Join('\n', picked).Replace("`/", "`+", StringComparison.Ordinal).ShouldBe(said);
        return said;
    }

    public Task<string> ChangeAsync(User user, string name, string target, string node) => AskAsync(user, name, ("target", target), ("node", node));

    public Task<string> ExplainAsync(User user, User about, string command) => AskAsync(user, "explain", ("user", $"<@{about.Id}>"), ("command", command));

    /// <summary>The rules that the bots have, as short lines.</summary>
    public async Task<string[]> RulesAsync()
    {
        var nodes = await Typing.Get<INodeRules>().ReadAsync(TestGuild.Id, Cancel);
        var rules = nodes.Rules.Select(Line).ToArray();
        (await Picking.Get<INodeRules>().ReadAsync(TestGuild.Id, Cancel)).Rules.Select(Line).ShouldBe(rules);
        return rules;
    }

    /// <summary>Gives both bots another guild to know.</summary>
    public void Know(GuildState guild)
    {
        Typing.Guilds.Set(guild);
        Picking.Guilds.Set(guild);
    }

    public async ValueTask DisposeAsync()
    {
        await Typing.DisposeAsync();
        await Picking.DisposeAsync();
    }

    private static string Line(NodeRule rule) =>
        $"{rule.Subject.Tier} {rule.Subject.Id} {rule.Effect} {rule.Node} by {rule.SetBy}";

    // Discord's menu gives ids; @everyone has the guild's.
    private static string Picked(string value) => value == "everyone" ? TestGuild.Id.ToString() : value.Trim('<', '@', '&', '>');

    private static ResolvedData Resolved() => new()
    {
        Users = new[] { TestGuild.Owner, TestGuild.Moderator, TestGuild.Plain, Senior, Helper, Gone }.ToDictionary(user => user.Id),
    };

    private static CommandRig Rig()
    {
        var rig = new CommandRig(services => services.AddTestCommand(
            TestCommands.Definition("purge") with { GuildOnly = true, DefaultPermission = Permission.ManageMessages }, _ => "purged"));
        rig.Guilds.Set(TestGuild.State with { Roles = TestGuild.State.Roles.SetItem(Seniors.Id, Seniors).SetItem(Helpers.Id, Helpers) });
        rig.Rest.Members[Senior.Id] = new Member { User = Senior, Roles = [Seniors.Id] };
        rig.Rest.Members[Helper.Id] = new Member { User = Helper, Roles = [Helpers.Id] };
        rig.Rest.Accounts[Gone.Id] = Gone;
        return rig;
    }
}
